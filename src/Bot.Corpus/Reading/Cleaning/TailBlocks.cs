namespace Bot.Corpus;

/// <summary>
/// Takes out the part of a page below the article: from a marker (相关阅读, 标签, 联系人) on, whatever is not body. The body resumes
/// where enough running text follows, for a marker may stand in its midst.
/// </summary>
internal static class TailBlocks
{
    private const string Reason = "正文之后的网页栏目";

    // A few sentences of teasers below a long article are not its continuation.
    private const double LeastContinuation = 0.1;

    public static void Drop(Draft draft)
    {
        var kept = new List<DraftLine>();
        var inTail = false;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.OpensTail || (IsMarker(line.Text) && kept.Exists(k => LineShape.IsProse(k.Text))))
            {
                inTail = kept.Exists(k => LineShape.IsProse(k.Text));
                draft.Remove(line.Number, line.Text, Reason);
                continue;
            }
            inTail = inTail && !IsSignature(draft.Lines, i) && !Resumes(draft.Lines, i, kept);
            if (inTail)
                draft.Remove(line.Number, line.Text, Reason);
            else
                kept.Add(line);
        }
        draft.Lines = kept;
    }

    /// <summary>True for a line of nothing but a tail word, brackets, colon and the like around it.</summary>
    public static bool IsMarker(string text) => text.Length > 0 &&
        text.Length <= 80 && PageVocabulary.IsTailWord(AfterBracketed(text).Trim(' ', '\u3000', '【', '】', '[', ']', ':', '：', '•', '·', '※', '>', '»', '|', '-', '—', '更', '多', '★', '■'));

    // 【某市工作总结】相关文章：
    private static string AfterBracketed(string text) =>
        text[0] == '【' && text.IndexOf('】', StringComparison.Ordinal) is > 0 and var end && end < text.Length - 1 ? text[(end + 1)..] : text;

    private static bool Resumes(List<DraftLine> lines, int at, List<DraftLine> kept)
    {
        var line = lines[at];
        if (line.Kind == CleanLineKind.TableRow || LineShape.IsAttachment(line.Text))
            return true;
        var opens = LineShape.OpensNumbered(line.Text) || line.Kind == CleanLineKind.Heading;
        if (!LineShape.IsProse(line.Text) && !(opens && lines.Skip(at + 1).Take(3).Any(l => LineShape.IsProse(l.Text))))
            return false;
        var before = kept.Sum(k => k.Text.Length);
        var after = lines.Skip(at).Where(l => LineShape.IsProse(l.Text)).Sum(l => l.Text.Length);
        return after >= before * LeastContinuation;
    }

    // 市科技局 / 2020年2月6日 below a contact line still belong to the document.
    private static bool IsSignature(List<DraftLine> lines, int at) =>
        LineShape.IsDateAlone(lines[at].Text)
        || (PageVocabulary.LooksLikeOffice(lines[at].Text) && at + 1 < lines.Count && LineShape.IsDateAlone(lines[at + 1].Text));
}
