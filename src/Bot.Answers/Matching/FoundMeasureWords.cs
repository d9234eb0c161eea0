using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Words of a measure and around it.</summary>
internal static class FoundMeasureWords
{
    /// <summary>The words right before a span in its paragraph, at most <paramref name="length"/> characters.</summary>
    public static string Before(this FoundMeasure found, TextSpan span, int length)
    {
        var paragraph = found.ParagraphOf(span).Paragraph;
        var at = Math.Clamp(span.Start - paragraph.Span.Start, 0, paragraph.Text.Length);
        return paragraph.Text[Math.Max(0, at - length)..at];
    }

    /// <summary>The words right behind a span in its paragraph, at most <paramref name="length"/> characters.</summary>
    public static string After(this FoundMeasure found, TextSpan span, int length)
    {
        var paragraph = found.ParagraphOf(span).Paragraph;
        var at = Math.Clamp(span.End - paragraph.Span.Start, 0, paragraph.Text.Length);
        return paragraph.Text[at..Math.Min(paragraph.Text.Length, at + length)];
    }

    /// <summary>The measure's own words.</summary>
    public static string OwnWords(this FoundMeasure found) => found.WordsAt(found.Measure.Span);
}
