using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>Shortens an answer's quotations without losing what they are quoted for: the beginning stays, and every clause with a number of the answer.</summary>
/// <param name="answer">The answer's text, with markers.</param>
internal sealed partial class QuoteExcerpt(string answer)
{
    private readonly HashSet<string> _stated = [.. Number().Matches(answer).Select(m => m.Value)];

    /// <param name="beginning">How much of the beginning stays, in UTF-16 code units; a quotation no longer than that stays whole.</param>
    public string Of(string quote, int beginning)
    {
        if (quote.Length <= beginning)
            return quote;
        var end = TextSplitter.CutOf(quote, beginning, TextMeasure.Utf16);
        var kept = new StringBuilder(quote[..end]);
        foreach (var clause in Clause().Matches(quote).Where(c => c.Index + c.Length > end && Number().Matches(c.Value).Any(n => _stated.Contains(n.Value))))
        {
            var start = Math.Max(end, clause.Index);
            if (start > end)
                kept.Append('…');
            end = clause.Index + clause.Length;
            kept.Append(quote, start, end - start);
        }
        return end < quote.Length ? kept.Append('…').ToString() : quote;
    }

    // Not those of markers.
    [GeneratedRegex(@"(?<!\[)[0-9０-９]+(?:[.,．][0-9０-９]+)*(?!\])")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^，；。！？;]+[，；。！？;]?")]
    private static partial Regex Clause();
}
