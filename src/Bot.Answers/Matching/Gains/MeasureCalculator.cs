using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// Reckons what a measure gives where its rule is a formula, a scale or a plain sum, with every step shown. Where the rule leaves
/// open how its amounts go together nothing is reckoned.
/// </summary>
internal sealed partial class MeasureCalculator(MatchVocabulary vocabulary)
{
    // 按不超过项目总投入的30%: how far before the rate its limiting word may stand.
    private const int LookBack = 40;

    /// <param name="branch">The case of the measure that applies; 0 where it has none.</param>
    public GainOutcome Calculate(FoundMeasure measure, int branch, EnterpriseProfile profile, DateOnly today)
    {
        if (!GivesMoney(measure.Measure))
            return GainOutcome.None;
        var amounts = measure.Measure.Amounts.Where(a => a.Branch == branch || a.Branch == 0 || MeasureCases.IsLimitOnly(measure.Measure, a.Branch)).ToImmutableArray();
        var bases = new ToldBases(vocabulary, measure, profile, today);
        var scale = new ScaleReader(measure, bases).Settle(amounts);
        if ((scale.Missing is not null && scale.OpenCeilings.IsEmpty) || scale.IsBelow)
            return new GainOutcome(null, scale.Missing, scale.IsBelow);
        var draft = new GainDraft(scale.Steps);
        var given = scale.Amounts.Where(a => a.Kind is AmountKind.Rate or AmountKind.Fixed or AmountKind.PerPiece).ToList();
        // 面积不超过3000平方米: what is counted is capped, not what is given.
        if (given.Exists(g => g is { Kind: AmountKind.PerPiece, Per: { } per } && scale.Amounts.Any(a => a.Kind == AmountKind.Ceiling && Counted().IsMatch(a.Unit) && per.Text.Contains(a.Unit, StringComparison.Ordinal))))
            return GainOutcome.None;
        if (scale.Portions.IsEmpty)
        {
            if (given.Count == 0 || (given.Count > 1 && !AreAdded(measure, given)))
                return GainOutcome.None;
            foreach (var amount in given)
            {
                if (Take(draft, measure, amount, scale.Amounts, bases) is { } problem)
                    return problem;
            }
        }
        else
        {
            foreach (var portion in scale.Portions)
                draft.Portion(portion);
        }

        draft.Total();
        if (scale.OpenCeilings.Any(c => Yuan.Of(c.Value, c.Unit) is not { } most || most < draft.Value))
            return new GainOutcome(null, scale.Missing);
        // 小巨人企业每年最高200万元，其他企业每年最高100万元: which cap holds isn't known.
        if (scale.Amounts.Where(a => a.Kind == AmountKind.Ceiling && Yuan.IsMoney(a.Unit)).GroupBy(a => (a.Per?.Text, a.Recurrence))
            .Any(g => g.Select(c => Yuan.Of(c.Value, c.Unit)).Distinct().Count() > 1 && g.Min(c => Yuan.Of(c.Value, c.Unit)) < draft.Value))
            return GainOutcome.None;
        Limit(draft, scale.Amounts);
        Deduct(draft, measure, profile);
        // A cap by the year makes no yearly sum of what is capped.
        var stated = given.FirstOrDefault(a => a.Recurrence is not null);
        return new GainOutcome(draft.Finished(stated?.Recurrence, scale.Amounts.Select(a => a.Years).FirstOrDefault(y => y is not null)));
    }

    /// <summary>Where what was spent before and what is spent more have a rate each.</summary>
    public GainOutcome Calculate(FoundMeasure measure, StockAndIncrease parts, EnterpriseProfile profile, DateOnly today)
    {
        var (now, before, missing) = new ToldBases(vocabulary, measure, profile, today).Increment(parts.IncreaseBase);
        if (now is null || before is null)
            return new GainOutcome(null, missing);
        // What is spent less than before is all there is of the stock.
        var draft = new GainDraft([]);
        draft.From(before.Value < now.Value ? before : now);
        draft.TimesRate(parts.Stock, parts.Stock.Value / 100, isAtMost: false);
        if (now.Value > before.Value)
        {
            draft.Increase(now, before);
            draft.TimesRate(parts.Increase, parts.Increase.Value / 100, isAtMost: false);
        }

        draft.Total();
        Limit(draft, measure.Measure.Amounts);
        Deduct(draft, measure, profile);
        return new GainOutcome(draft.Finished(null, null));
    }

    // A loan is paid back, a fund buys shares, a deduction from what is taxed is not what one gets.
    private static bool GivesMoney(Measure measure) => measure.Instrument switch
    {
        Instrument.TaxRelief or Instrument.Loan or Instrument.Fund or Instrument.Recognition or Instrument.Service => false,
        Instrument.Guarantee => measure.Amounts.Any(a => a.Base?.Kind is AmountBaseKind.Fee or AmountBaseKind.Premium),
        _ => true,
    };

    private static GainOutcome? Take(GainDraft draft, FoundMeasure measure, MeasureAmount amount, ImmutableArray<MeasureAmount> amounts, ToldBases bases)
    {
        switch (amount.Kind)
        {
            case AmountKind.Fixed:
                if (Yuan.Of(amount.Value, amount.Unit) is not { } sum)
                    return GainOutcome.None;
                draft.State(amount, sum);
                return null;
            case AmountKind.PerPiece:
                return Pieces(draft, amount, bases);
            default:
                return Rate(draft, measure, amount, amounts, bases);
        }
    }

    private static GainOutcome? Pieces(GainDraft draft, MeasureAmount amount, ToldBases bases)
    {
        if (Yuan.Of(amount.Value, amount.Unit) is not { } each || amount.Per is not { } per)
            return GainOutcome.None;
        var count = bases.Pieces(per.Text);
        if (count.Told is not { } told)
            return new GainOutcome(null, count.Missing);
        if (bases.IsOfAnotherCount(amount, told.Of))
            return GainOutcome.None;
        if (!ToldBases.CountsMore(per.Text))
            draft.Times(told, amount, each);
        else if (told.Earlier is not { } earlier)
            return new GainOutcome(null, MissingFact.Of(told.Of));
        else if (told.Value <= earlier)
            return new GainOutcome(null, IsBelowScale: true);
        else
            draft.TimesMore(told, earlier, amount, each);
        return null;
    }

    private static GainOutcome? Rate(GainDraft draft, FoundMeasure measure, MeasureAmount amount, ImmutableArray<MeasureAmount> amounts, ToldBases bases)
    {
        if (bases.BaseOf(amount) is not { } of || Share(amount) is not { } share)
            return GainOutcome.None;
        var isAtMost = IsHighestRate(measure, amount);
        if (of.Kind == AmountBaseKind.RdIncrement)
        {
            var (now, before, missing) = bases.Increment(of);
            if (now is null || before is null)
                return new GainOutcome(null, missing);
            draft.Increase(now, before);
        }
        else
        {
            var (told, missing) = bases.Of(of);
            if (told is null)
                return new GainOutcome(null, missing);
            if (told.Pieces.Length > 1 && of.Excess is null)
            {
                foreach (var piece in told.Pieces)
                {
                    draft.FromPiece(told, piece);
                    draft.TimesRate(amount, share, isAtMost);
                    CapPiece(draft, amounts);
                }

                return null;
            }

            draft.From(told);
        }

        if (of.Excess is { } excess)
        {
            if (Yuan.Of(excess, of.ExcessUnit ?? "") is not { } threshold)
                return GainOutcome.None;
            draft.Above(threshold, of.Words.Span);
        }

        if (draft.IsNothing)
            return new GainOutcome(null, IsBelowScale: true);
        draft.TimesRate(amount, share, isAtMost);
        return null;
    }

    /// <summary>The rate as a factor; null for units that are no share.</summary>
    internal static decimal? Share(MeasureAmount amount) => amount.Unit switch
    {
        "%" => amount.Value / 100,
        "‰" => amount.Value / 1000,
        "倍" => amount.Value,
        _ => null,
    };

    private static bool IsHighestRate(FoundMeasure measure, MeasureAmount amount)
    {
        var before = measure.Before(amount.Span, LookBack);
        return HighestRate().IsMatch(before[(before.LastIndexOfAny(['，', '；', '。', '：', '|']) + 1)..] + measure.WordsAt(amount.Span));
    }

    // 按3%补助，增量部分再按5%补助: added only where the rule says so.
    private static bool AreAdded(FoundMeasure measure, List<MeasureAmount> given)
    {
        if (given.Exists(g => g.Kind != AmountKind.Rate) || given.Select(g => g.Base?.Kind).Distinct().Count() < given.Count)
            return false;
        var text = measure.WordsAt(new TextSpan(given[0].Span.End, given[^1].Span.End));
        return Added().IsMatch(text);
    }

    private static void CapPiece(GainDraft draft, ImmutableArray<MeasureAmount> amounts)
    {
        foreach (var ceiling in amounts.Where(a => a.Kind == AmountKind.Ceiling && a.Per is { } per && SinglePiece().IsMatch(per.Text)))
        {
            if (Yuan.Of(ceiling.Value, ceiling.Unit) is { } most)
                draft.CapPart(most, ceiling);
        }
    }

    private static void Limit(GainDraft draft, ImmutableArray<MeasureAmount> amounts)
    {
        foreach (var ceiling in amounts.Where(a => a.Kind == AmountKind.Ceiling && !(draft.HasPieces && a.Per is { } per && SinglePiece().IsMatch(per.Text))))
        {
            if (Yuan.Of(ceiling.Value, ceiling.Unit) is { } most)
                draft.AtMost(most, ceiling);
        }

        foreach (var floor in amounts.Where(a => a.Kind == AmountKind.Floor))
        {
            if (Yuan.Of(floor.Value, floor.Unit) is { } least)
                draft.AtLeast(least, floor.Span);
        }
    }

    private static void Deduct(GainDraft draft, FoundMeasure measure, EnterpriseProfile profile)
    {
        if (measure.Measure.Stacking.Any(s => s.Kind == StackingKind.Difference)
            && profile.Quantities.FirstOrDefault(q => q.Of == ProfileQuantity.Received) is { } received)
            draft.Less(received);
    }

    // 个 counts anything (同一专利最多3个国家).
    [GeneratedRegex("^(?:平方米|平米|亩|件|项|人|台|套|吨)$")]
    private static partial Regex Counted();

    [GeneratedRegex("再|另|额外|叠加|同时(?:按|给予)|并按")]
    private static partial Regex Added();

    [GeneratedRegex("不超过|不高于|最高|至多|以内")]
    private static partial Regex HighestRate();

    // 每家企业 is the applicant; 单个合同 is one thing of several.
    [GeneratedRegex("^(?:单[个项笔份台件]|每[个项笔份台件张])(?!.*(?:企业|单位|机构))")]
    private static partial Regex SinglePiece();
}
