using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Finds the step of a scale that what was told belongs to.</summary>
internal sealed class ScaleReader(FoundMeasure measure, ToldBases bases)
{
    /// <param name="Amounts">Those that apply: the ones outside of scales and those of the step.</param>
    /// <param name="Portions">The parts of a scale that gives for each stretch its own rate; empty for other rules.</param>
    public sealed record Settled(
        ImmutableArray<MeasureAmount> Amounts, ImmutableArray<GainPortion> Portions, ImmutableArray<GainStep> Steps, MissingFact? Missing = null, bool IsBelow = false)
    {
        /// <summary>Ceilings of which it isn't known which one applies: what lies below all of them is not capped.</summary>
        public ImmutableArray<MeasureAmount> OpenCeilings { get; init; } = [];
    }

    public Settled Settle(ImmutableArray<MeasureAmount> amounts)
    {
        var tiered = amounts.Where(a => a.Tier is not null).ToImmutableArray();
        if (tiered.IsEmpty)
            return new Settled(amounts, [], []);
        var plain = amounts.RemoveRange(tiered);
        var (told, missing) = bases.Measured(tiered[0].Tier!, tiered[0].Base);
        if (told is null && !plain.IsEmpty && tiered.All(a => a.Kind == AmountKind.Ceiling))
            return new Settled(plain, [], [], missing) { OpenCeilings = tiered };
        if (told is null)
            // The step isn't known: nothing of the scale may be said to be what one gets.
            return new Settled([], [], [], missing);
        var isMoney = Yuan.IsMoney(tiered[0].Tier!.Unit);
        if (tiered.Length > 1 && tiered.All(IsOfPortion))
            return new Settled(plain, Portions(tiered, told), []);
        var fitting = tiered.Where(a => Holds(a.Tier!, told.Value)).ToImmutableArray();
        if (fitting.IsEmpty)
            return new Settled(plain, [], [], IsBelow: tiered.All(a => Low(a.Tier!) is { } low && told.Value <= low));
        var step = new GainStep(
            GainStepKind.Tier, measure.WordsAt(fitting[0].Tier!.Span), told.Value, [new GainOperand(told.Reckoned.Length > 0 ? told.Reckoned : told.Written, null), new GainOperand("", fitting[0].Tier!.Span)]);
        return new Settled(plain.AddRange(fitting), [], isMoney || told.IsShare || fitting[0].Tier!.Unit.Length > 0 ? [step] : []);
    }

    // 500万元以下部分按3%，500万元至1000万元部分按5%: each part of the base at its own rate.
    private bool IsOfPortion(MeasureAmount amount) =>
        amount.Kind == AmountKind.Rate
        && (amount.Base?.Excess is not null
            || measure.WordsAt(new TextSpan(Math.Min(amount.Span.Start, amount.Tier!.Span.Start), Math.Max(amount.Span.End, amount.Tier.Span.End))).Contains("部分", StringComparison.Ordinal));

    private static ImmutableArray<GainPortion> Portions(ImmutableArray<MeasureAmount> tiered, ToldQuantity told)
    {
        var portions = ImmutableArray.CreateBuilder<GainPortion>();
        foreach (var amount in tiered.OrderBy(a => Low(a.Tier!) ?? 0))
        {
            var from = Low(amount.Tier!) ?? 0;
            var to = High(amount.Tier!) is { } high ? Math.Min(high, told.Value) : told.Value;
            if (to > from && MeasureCalculator.Share(amount) is { } share)
                portions.Add(new GainPortion(told, amount, from, to, share));
        }

        return portions.ToImmutable();
    }

    private static bool Holds(AmountTier tier, decimal value)
    {
        var isAbove = Low(tier) is not { } low || value > low || (tier.IncludesFrom && value == low);
        var isBelow = High(tier) is not { } high || value < high || (tier.IncludesTo && value == high);
        return isAbove && isBelow;
    }

    private static decimal? Low(AmountTier tier) => InYuan(tier.From, tier.Unit);

    private static decimal? High(AmountTier tier) => InYuan(tier.To, tier.Unit);

    private static decimal? InYuan(decimal? bound, string unit) => bound is { } value ? Yuan.Of(value, unit) ?? value : null;
}
