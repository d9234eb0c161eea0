using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers;

namespace Bot.Channels;

/// <summary>
/// Fits an answer into at most so many messages. Long quotations are shortened first. Where that is not enough the text ends early, says
/// so, and is followed by the quotations of what is left of it: no figure is shown without the sentence that it comes from.
/// </summary>
internal static partial class AnswerFitting
{
    // In UTF-16 code units: how closely the longest beginning that fits is looked for.
    private const int Closeness = 64;

    /// <param name="most">At least 1, with room for a sentence and its quotation.</param>
    /// <param name="pack">Writes an answer as a platform's messages.</param>
    public static (ImmutableArray<T> Messages, bool IsCutShort) Fit<T>(
        Answer answer, ChatLanguage language, int most, Func<Answer, QuotationDetail, ImmutableArray<T>> pack)
    {
        foreach (var detail in (QuotationDetail[])[QuotationDetail.Whole, QuotationDetail.Beginning])
        {
            if (pack(answer, detail) is var whole && whole.Length <= most)
                return (whole, false);
        }
        var fitting = pack(Beginning(answer, TextSplitter.LeastLimit, language), QuotationDetail.Beginning);
        for (var (fits, tooLong) = (TextSplitter.LeastLimit, answer.Text.Length); tooLong - fits > Closeness;)
        {
            var length = (fits + tooLong) / 2;
            var messages = pack(Beginning(answer, length, language), QuotationDetail.Beginning);
            if (messages.Length <= most)
                (fits, fitting) = (length, messages);
            else
                tooLong = length;
        }
        return (fitting, true);
    }

    private static Answer Beginning(Answer answer, int length, ChatLanguage language)
    {
        var text = WholeRows(TextSplitter.BeginningOf(answer.Text, length, TextMeasure.Utf16), answer.Text);
        var cited = Marker().Matches(text).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        return answer with
        {
            Text = $"{text}\n\n{ChatWords.CutShort(language)}",
            Chart = null,
            Citations = [.. answer.Citations.Where(c => cited.Contains(c.Number))],
        };
    }

    // A table ends with a whole row.
    private static string WholeRows(string beginning, string text)
    {
        var row = beginning.LastIndexOf('\n') + 1;
        return beginning.AsSpan(row).TrimStart().StartsWith('|') && beginning.Length < text.Length && text[beginning.Length] is not ('\n' or '\r')
            ? beginning[..row].TrimEnd()
            : beginning;
    }

    [GeneratedRegex(@"(?<=\[)\d{1,3}(?=\])")]
    private static partial Regex Marker();
}
