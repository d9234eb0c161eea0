using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>存量部分按2%，新增部分按8%: two rates of R&amp;D spending, of what was spent the year before and of what is spent more, that add up.</summary>
/// <param name="Stock">In per cent.</param>
/// <param name="Increase">In per cent.</param>
internal sealed partial record StockAndIncrease(MeasureAmount Stock, MeasureAmount Increase)
{
    private const int LookBack = 10;

    public AmountBase IncreaseBase => new(AmountBaseKind.RdIncrement, new Bot.Corpus.Wording("", Increase.Span));

    /// <summary>Null for measures of another rule.</summary>
    public static StockAndIncrease? Of(FoundMeasure found)
    {
        var rates = found.Measure.Amounts.Where(a => a.Kind == AmountKind.Rate).ToList();
        return rates is [{ Unit: "%", Tier: null } one, { Unit: "%", Tier: null } other] && OfStock().IsMatch(found.Before(one.Span, LookBack)) && OfIncrease().IsMatch(found.Before(other.Span, LookBack))
            ? new(one, other)
            : null;
    }

    [GeneratedRegex("存量(?:部分)?[^，。；]{0,4}$")]
    private static partial Regex OfStock();

    [GeneratedRegex("(?:新增|增量|增加|增长)(?:部分)?[^，。；]{0,4}$")]
    private static partial Regex OfIncrease();
}
