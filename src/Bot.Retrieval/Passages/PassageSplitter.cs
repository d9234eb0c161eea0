using System.Buffers;
using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Cuts a report into passages. A paragraph of up to 400 characters is one; a longer one gives windows of about 300
/// characters, a third overlapping, cut where sentences end (an overlong sentence at its commas, or in the last resort anywhere).
/// </summary>
public static class PassageSplitter
{
    // Measured: windows of 150 to 200 characters find clearly less, longer ones blur where the answer stands.
    private const int Whole = 400;
    private const int Window = 300;
    private const int Overlap = 100;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，、；：,;:");

    /// <summary>
    /// The passages in reading order. The title, and headings that stand in the section path of a paragraph below them,
    /// give none of their own: they are searched with the passages they head.
    /// </summary>
    public static IEnumerable<Passage> Split(Report report)
    {
        var heading = report.Paragraphs
            .Where(p => p.Kind is not ParagraphKind.Heading)
            .SelectMany(p => p.Section)
            .ToHashSet();
        var onlyTitle = report.Paragraphs.All(p => p.Kind is ParagraphKind.Title);
        foreach (var paragraph in report.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Title && !onlyTitle)
                continue;
            if (paragraph.Kind is ParagraphKind.Heading && heading.Contains(paragraph.Text.Trim()))
                continue;
            foreach (var passage in Split(paragraph))
                yield return passage;
        }
    }

    /// <summary>The passages of one paragraph, in order; none for one without text.</summary>
    public static IEnumerable<Passage> Split(Paragraph paragraph)
    {
        if (string.IsNullOrWhiteSpace(paragraph.Text))
            return [];
        return paragraph.Text.Length <= Whole
            ? [PassageAt(paragraph, new TextSpan(0, paragraph.Text.Length))]
            : Windows(Pieces(paragraph)).Select(span => PassageAt(paragraph, span));
    }

    private static Passage PassageAt(Paragraph paragraph, TextSpan span)
    {
        var parts = paragraph.Sentences
            .Where(s => s.Span.Overlaps(span))
            .Select(s => s.Part)
            .Distinct()
            .Order()
            .ToImmutableArray();
        return new Passage(paragraph, span, parts.IsEmpty ? [paragraph.Part] : parts);
    }

    // Windows over pieces: each ends once it is long enough, the next begins about a third before that end.
    private static IEnumerable<TextSpan> Windows(List<TextSpan> pieces)
    {
        var first = 0;
        while (true)
        {
            var start = pieces[first].Start;
            var last = first;
            while (last + 1 < pieces.Count
                && (pieces[last].End - start < Window - Overlap || pieces[last + 1].End - start <= Window))
                last++;
            if (pieces[^1].End - pieces[last].End < Overlap)
                last = pieces.Count - 1;
            var end = pieces[last].End;
            yield return new TextSpan(start, end);

            if (last == pieces.Count - 1)
                yield break;
            var next = last + 1;
            while (next - 1 > first && end - pieces[next - 1].Start <= Overlap)
                next--;
            first = next;
        }
    }

    private static List<TextSpan> Pieces(Paragraph paragraph)
    {
        var pieces = new List<TextSpan>();
        var at = 0;
        foreach (var sentence in paragraph.Sentences.Append(null))
        {
            // What lies between sentences is white space, and everything where a reader gave none.
            var end = sentence?.Span.End ?? paragraph.Text.Length;
            if (end <= at || string.IsNullOrWhiteSpace(paragraph.Text[at..end]))
                continue;
            Cut(paragraph.Text, new TextSpan(at, end), pieces);
            at = end;
        }
        return pieces;
    }

    private static void Cut(string text, TextSpan sentence, List<TextSpan> pieces)
    {
        var at = sentence.Start;
        while (sentence.End - at > Window)
        {
            var clause = text.AsSpan(at + Overlap, Window - Overlap).LastIndexOfAny(ClauseEnds);
            var end = clause >= 0 ? at + Overlap + clause + 1 : at + Window;
            if (char.IsHighSurrogate(text[end - 1]))
                end--;
            pieces.Add(new TextSpan(at, end));
            at = end;
        }
        pieces.Add(new TextSpan(at, sentence.End));
    }
}
