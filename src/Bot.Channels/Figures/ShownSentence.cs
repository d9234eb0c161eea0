using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>A figure's sentence as it may be shown, without personal data, and where the number stands in that.</summary>
/// <param name="Number">Null when the number is part of what was left out.</param>
internal sealed record ShownSentence(string Text, SpanBody? Number)
{
    public static ShownSentence Of(LedgerFigure found) => Of(found.Sentence, NumberIn(found));

    /// <param name="number">In <paramref name="sentence"/>.</param>
    public static ShownSentence Of(string sentence, TextSpan number)
    {
        string shown = PersonalData.Mask(sentence);
        if (number.Start < 0 || number.End > sentence.Length || number.Length <= 0)
            return new(shown, null);
        string before = PersonalData.Mask(sentence[..number.Start]);
        bool isWhole = before + number.Of(sentence) + PersonalData.Mask(sentence[number.End..]) == shown;
        return new(shown, isWhole ? new(before.Length, before.Length + number.Length) : null);
    }

    /// <summary>The number with its unit, in the figure's verbatim sentence.</summary>
    public static TextSpan NumberIn(LedgerFigure found) =>
        found.Figure.Span.Shift(-Math.Max(found.Figure.Sentence.Start, found.Paragraph.Paragraph.Span.Start));
}
