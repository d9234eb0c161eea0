using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Takes the page away from around a document, by the shape of its lines, and keeps account of everything taken. The text that
/// stays is verbatim but for white space.
/// </summary>
internal static class DocumentCleaner
{
    /// <exception cref="UnreadableReportException">Nothing of a body is left.</exception>
    public static CleanDocument Clean(DecodedDocument document)
    {
        var draft = new Draft(Lines(document));
        PageNumbers.Drop(draft);
        PageChrome.CutResidue(draft);
        FlattenedTables.Recognise(draft);
        LabelledLines.Take(draft);
        PageChrome.DropLines(draft);
        CloseGaps(draft, document.IsPaged);
        WrappedLines.Rejoin(draft);
        TailBlocks.Drop(draft);
        PersonalData.Cut(draft);
        Repetitions.Drop(draft);
        if (draft.Lines.Sum(l => l.Text.Count(char.IsLetterOrDigit)) < 5)
            throw Problems.NothingLeft();
        return new(
            [.. draft.Lines.Select(l => new CleanLine(l.Number, l.Text, l.Kind, l.HeadingLevel))],
            [.. draft.FieldLines.Select(WithoutPersonalData).Where(l => l.Text.Length > 0)],
            draft.Fields.Fields.OrElse(document.Stated),
            [.. document.Removed.Concat(draft.Removed).OrderBy(r => r.Line).Select(r => r with { Text = PersonalData.Mask(r.Text) })],
            document.Warnings);
    }

    private static IEnumerable<DraftLine> Lines(DecodedDocument document)
    {
        var afterBlank = true;
        foreach (var line in document.Lines)
        {
            var text = WhiteSpace.Normalise(line.Text);
            var trimmed = text.Trim(' ', '\t', '\u3000', '\n', '\r');
            if (trimmed.Trim('\f').Length == 0 && !trimmed.Contains('\f', StringComparison.Ordinal))
            {
                afterBlank = true;
                continue;
            }
            yield return new(line.Number, trimmed, line.Kind, line.HeadingLevel)
            {
                Indent = WhiteSpace.IndentOf(text.TrimStart('\f')),
                AfterBlank = afterBlank,
            };
            afterBlank = false;
        }
    }

    private static void CloseGaps(Draft draft, bool laidOut) => draft.Lines =
        [.. draft.Lines.Select(l => l with { Text = WhiteSpace.Close(l.Text, laidOut) }).Where(l => l.Text.Length > 0 || l.OpensTail)];

    private static CleanLine WithoutPersonalData(CleanLine line) => line with { Text = PersonalData.Cut(line.Text, (_, _) => { }) };
}
