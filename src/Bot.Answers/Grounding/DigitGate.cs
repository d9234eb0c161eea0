using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Grounding;

/// <summary>
/// The last check before an answer is sent: every number in it stands in a paragraph that its own line cites (or in that
/// report's title or section path), or was computed, or is a number of the question that the line only repeats. A calculation
/// that names its operands counts only when each of them stands where it says.
/// </summary>
internal static partial class DigitGate
{
    /// <summary>The lines of an answer that state a number nothing supports; empty when it may be sent.</summary>
    /// <param name="repeatable">Texts whose numbers a line may repeat without a source: the question, the years it was taken for.</param>
    public static ImmutableArray<string> Unsupported(Answer answer, IEnumerable<string> repeatable)
    {
        var free = repeatable.ToList();
        foreach (var computed in answer.Computed)
        {
            if (!computed.Operands.IsEmpty && !StandsOnOperands(computed, answer.Citations, free))
                continue;
            free.Add(computed.Expression);
            free.Add(computed.Value.ToString(CultureInfo.InvariantCulture));
        }

        return [.. answer.Text.Split('\n').Where(line => !IsSupported(line, answer, free))];
    }

    // Evaluated one after the other, so that a calculation may go on from the result of one before.
    private static bool StandsOnOperands(ComputedNumber computed, ImmutableArray<Citation> citations, List<string> free)
    {
        var sources = computed.Operands
            .Where(o => o.Citation is >= 1 && o.Citation <= citations.Length)
            .SelectMany(o => StandsInCell(o.Written, citations[o.Citation!.Value - 1].Text) ? [o.Written, citations[o.Citation.Value - 1].Text] : new[] { citations[o.Citation.Value - 1].Text });
        var end = computed.Expression.LastIndexOfAny(['=', '≤']);
        return end > 0 && NumberSet.Of([.. sources, .. free]).Missing(computed.Expression[..end]).IsEmpty;
    }

    private static bool IsSupported(string line, Answer answer, List<string> free)
    {
        var citations = answer.Citations;
        var cited = Marker().Matches(line)
            .Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))
            .ToHashSet();
        if (cited.Any(n => n < 1 || n > citations.Length))
            return false;
        var sources = citations.Where(c => cited.Contains(c.Number)).SelectMany(c => new[] { c.Text, c.Title, c.Section });
        var cells = answer.Figures
            .Where(f => cited.Contains(f.Citation) && StandsInCell(f.Figure, citations[f.Citation - 1].Text))
            .Select(f => Number(f.Figure) + f.Figure.Unit);
        var operands = answer.Computed.SelectMany(c => c.Operands)
            .Where(o => o.Citation is { } n && cited.Contains(n) && StandsInCell(o.Written, citations[n - 1].Text))
            .Select(o => o.Written);
        return NumberSet.Of([.. sources, .. cells, .. operands, .. free]).Missing(Marker().Replace(line, " ")).IsEmpty;
    }

    // In a table the unit stands with the column's name (成交额(亿元) | 2023年：198.5): number and unit are both in the paragraph, apart.
    private static bool StandsInCell(Figure figure, string text) =>
        text.Contains(" | ", StringComparison.Ordinal)
        && text.Contains(figure.Unit, StringComparison.Ordinal)
        && NumberSet.Of(text).Missing(Number(figure)).IsEmpty;

    private static bool StandsInCell(string written, string text)
    {
        var digits = written.TrimEnd('%', '‰', '元', '万', '亿');
        return text.Contains(" | ", StringComparison.Ordinal)
            && digits.Length < written.Length
            && text.Contains(written[digits.Length..], StringComparison.Ordinal)
            && NumberSet.Of(text).Missing(digits).IsEmpty;
    }

    private static string Number(Figure figure) => figure.Value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[(?<n>\d{1,3})\]")]
    private static partial Regex Marker();
}
