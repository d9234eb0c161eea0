using System.Buffers;
using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Tells headings from numbered content. A numbered line is a heading when it stands alone above its text, or when its first
/// sentence names what the rest tells; items of a list, and items that state a count, are content.
/// </summary>
internal sealed class HeadingReader(PartWords words)
{
    private const int LongestHeading = 50;
    private const int LongestBare = 24;
    private const int LongestBareWithStop = 14;
    private const int LongestTopic = 18;

    private static readonly SearchValues<char> _stops = SearchValues.Create("。；;！!？?：:，,");


    /// <summary>For each line its heading, or null.</summary>
    public IReadOnlyList<LineHeading?> Read(ImmutableArray<CleanLine> lines)
    {
        var headings = new LineHeading?[lines.Length];
        for (var i = 0; i < lines.Length; i++)
            headings[i] = HeadingOf(lines, i, headings);
        return headings;
    }

    private LineHeading? HeadingOf(ImmutableArray<CleanLine> lines, int i, LineHeading?[] before)
    {
        var line = lines[i];
        if (line.Kind == CleanLineKind.TableRow)
            return null;
        var mark = HeadingMark.Of(line.Text);
        if (i + 1 < lines.Length && lines[i + 1].Kind == CleanLineKind.TableRow && IsCaption(line))
            return new LineHeading(HeadingStyle.Caption, 0, Trim(line.Text), true);
        if (line.Kind == CleanLineKind.Heading)
            return new LineHeading(mark?.Style ?? HeadingStyle.Bare, mark?.Number ?? 0, Trim(line.Text), true, line.HeadingLevel);
        return mark switch
        {
            null => Bare(lines, i, before),
            { Style: HeadingStyle.Article } m => Article(line.Text, m),
            { Style: HeadingStyle.Bare } m => Bracketed(line.Text, m),
            { Style: HeadingStyle.Part or HeadingStyle.Chapter or HeadingStyle.Section } m => Division(line.Text, m),
            { } m => Numbered(lines, i, m, before),
        };
    }

    // Above a table's rows only: a line of this form elsewhere is a heading like any other.
    private static bool IsCaption(CleanLine line) =>
        line.Kind == CleanLineKind.Text && line.Text.Length <= LongestHeading && FlattenedTables.Caption.IsMatch(line.Text);

    // 第四条 申领企业应当具备下列条件：(一)…: the items below are told by what leads to them.
    private static LineHeading Article(string text, HeadingMark mark)
    {
        var lead = StructurePatterns.LeadOfItems.Match(text, mark.Length, text.Length - mark.Length);
        var name = lead.Success ? lead.Groups[1] : StructurePatterns.Bracketed.Match(text[mark.Length..]);
        return new LineHeading(mark.Style, mark.Number, text[..(mark.Length + name.Length)].Trim(), false);
    }

    private static LineHeading Bracketed(string text, HeadingMark mark) =>
        new(mark.Style, 0, text[..mark.Length].Trim(), mark.Length == text.Length);

    private static LineHeading Division(string text, HeadingMark mark)
    {
        var alone = text.Length <= LongestHeading && SentenceSplitter.Split(text).Length == 1;
        return new LineHeading(mark.Style, mark.Number, alone ? Trim(text) : Trim(text[..mark.Length]), alone);
    }

    private static LineHeading? Numbered(ImmutableArray<CleanLine> lines, int i, HeadingMark mark, LineHeading?[] before)
    {
        var text = lines[i].Text;
        var sentences = SentenceSplitter.Split(text[mark.Length..]);
        if (sentences.Length == 0)
            return null;
        if (sentences.Length == 1)
            return StandsAlone(lines, i, mark, before) ? new LineHeading(mark.Style, mark.Number, Trim(text), true) : Topic(text, mark);
        var first = sentences[0].Of(text[mark.Length..]);
        var rest = text.Length - mark.Length - first.Length;
        var names = first.Length <= LongestHeading && first[^1] is '。' or '!' or '！' or '.' && !StatesCount(first)
            && (sentences.Length > 2 || (first.Length <= LongestTopic && !first.AsSpan().ContainsAny('，', ',')
                && (rest >= 2 * first.Length || mark.Style is HeadingStyle.Chinese or HeadingStyle.ChineseInBrackets)));
        return names
            ? new LineHeading(mark.Style, mark.Number, Trim(text[..(mark.Length + sentences[0].End)]), false)
            : Topic(text, mark);
    }

    // 1.企业培育:新增…
    private static LineHeading? Topic(string text, HeadingMark mark)
    {
        var colon = text.AsSpan(mark.Length).IndexOfAny('：', ':');
        if (colon is < 2 or > LongestTopic || mark.Length + colon == text.Length - 1)
            return null;
        var topic = text[mark.Length..(mark.Length + colon)];
        return StatesCount(topic) || topic.AsSpan().ContainsAny(_stops)
            ? null
            : new LineHeading(mark.Style, mark.Number, Trim(text[..(mark.Length + colon)]), false);
    }

    private static bool StandsAlone(ImmutableArray<CleanLine> lines, int i, HeadingMark mark, LineHeading?[] before)
    {
        var text = lines[i].Text;
        if (text.Length > LongestHeading || i + 1 == lines.Length || text[^1] is '；' or ';' or '，' or ',')
            return false;
        if (StatesCount(text) && (mark.Style != HeadingStyle.Chinese || text[^1] == '。'))
            return false;
        // Neighbours that go on counting with nothing between them are a list.
        return !IsSibling(lines[i + 1], mark, +1)
            && !(i > 0 && before[i - 1] is null && IsSibling(lines[i - 1], mark, -1) && IsAlike(lines[i - 1].Text, text));
    }

    private static bool IsAlike(string item, string other) =>
        item.Length <= LongestHeading && _stops.Contains(item[^1]) == _stops.Contains(other[^1]);

    private static bool IsSibling(CleanLine line, HeadingMark mark, int step) =>
        HeadingMark.Of(line.Text) is { } other && other.Style == mark.Style && other.Number == mark.Number + step;

    private LineHeading? Bare(ImmutableArray<CleanLine> lines, int i, LineHeading?[] before)
    {
        var text = lines[i].Text;
        if (i + 1 == lines.Length || !LooksBare(lines[i]))
            return null;
        var next = lines[i + 1];
        if (text[^1] == '。' && next.Text.Length < 40)
            return null;
        // A wrapped line's remains, and lists of names, are no headings.
        if (i > 0 && before[i - 1] is null && lines[i - 1].Text.Length > LongestHeading && !_stops.Contains(lines[i - 1].Text[^1]))
            return null;
        if (HeadingMark.Of(next.Text) is null && (LooksBare(next) || next.Text.Length <= text.Length))
            return null;
        return new LineHeading(words.NamesPart(text) ? HeadingStyle.NamedPart : HeadingStyle.Bare, 0, Trim(text), true);
    }

    private static bool LooksBare(CleanLine line)
    {
        var text = line.Text;
        var bare = text[^1] == '。' ? text[..^1] : text;
        return line.Kind == CleanLineKind.Text
            && text.Length <= LongestBare && (bare.Length == text.Length || bare.Length <= LongestBareWithStop)
            && HeadingMark.Of(text) is null
            && !bare.AsSpan().ContainsAny(_stops)
            && bare.Count(c => c is >= '一' and <= '鿿') >= 2
            && !(bare.Length < text.Length && bare.Any(char.IsDigit))
            && !StatesCount(text) && !StructurePatterns.Day.IsMatch(text) && !StructurePatterns.Office.IsMatch(text)
            && !StructurePatterns.DocumentNumber.IsMatch(text)
            && text[0] is not ('(' or '（' or '•' or '·' or '—' or '-');
    }

    private static bool StatesCount(string text) => StructurePatterns.Count.IsMatch(text);

    private static string Trim(string heading) => heading.Trim().TrimEnd('。', '：', ':', ' ', '　', '、');
}
