using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Holds one measure, case by case and condition by condition, against what was told.</summary>
internal sealed class MeasureMatcher(MatchVocabulary vocabulary)
{
    // 国家级奖励: how far before its amount a level may stand.
    private const int LevelReach = 10;

    private readonly ConditionJudge _judge = new(vocabulary);
    private readonly MeasureCalculator _calculator = new(vocabulary);
    private readonly NeedRelevance _relevance = new(vocabulary);

    /// <summary>Something in particular is looked for.</summary>
    public bool IsNeedTold(EnterpriseProfile profile) => _relevance.IsTold(profile);

    public MatchedMeasure Match(FoundMeasure registered, EnterpriseProfile profile, DateOnly today)
    {
        var measure = registered.Measure;
        var judged = Alternatives.Settle(DefinedStandings.Settle(registered, [.. measure.Conditions.Select(c => _judge.Judge(registered, c, profile, today))]));
        var open = OfLevel(registered, profile, OpenBranches(registered, judged, profile), judged);
        var conditions = judged.Where(c => c.Condition.Branch == 0 || open.Contains(c.Condition.Branch) || MeasureCases.IsLimitOnly(measure, c.Condition.Branch)).OrderBy(c => c.Condition.IsGeneral).ToImmutableArray();
        // What one gets is only said where one case is left, or the case without one.
        var outcome = StockAndIncrease.Of(registered) is { } parts ? _calculator.Calculate(registered, parts, profile, today)
            : open.Length <= 1 ? _calculator.Calculate(registered, open.FirstOrDefault(), profile, today) : GainOutcome.None;
        var isForOthers = Applicants.IsForOthers(measure.Beneficiary?.Text, registered.OwnWords(), profile) || ContractSide.IsOther(measure.Beneficiary?.Text + "。" + registered.OwnWords(), profile);
        return new MatchedMeasure(
            registered,
            registered.State,
            isForOthers || outcome.IsBelowScale ? MeasureFit.Misses : FitOf(conditions),
            open.Length == 1 ? open[0] : 0,
            conditions,
            outcome.Gain,
            outcome.Missing,
            _relevance.Of(registered, profile))
        {
            Amounts = [.. measure.Amounts.Where(a => a.Branch == 0 || open.Contains(a.Branch) || MeasureCases.IsLimitOnly(measure, a.Branch))],
            IsForOthers = isForOthers,
            IsBelowScale = outcome.IsBelowScale,
            IsClosed = measure.Application?.Closes < today,
        };
    }

    // The cases that nothing stands against; one whose own conditions are all met leaves those aside that are still to be confirmed.
    private static ImmutableArray<int> OpenBranches(FoundMeasure registered, ImmutableArray<ConditionMatch> judged, EnterpriseProfile profile)
    {
        var measure = registered.Measure;
        var branches = MeasureCases.Of(measure);
        // 国内展会按50%，境外展会按70%: it must be told which it is.
        if (AbroadOrHome.Parts(registered, branches))
            return AbroadOrHome.Told(registered, branches, judged, profile);
        if (branches.Count == 0)
            return [];
        var own = branches.ToDictionary(b => b, b => judged.Where(c => c.Condition.Branch == b).ToList());
        var settled = branches.Where(b => own[b].Count > 0 && own[b].TrueForAll(c => c.IsMoot || c.Verdict == ConditionVerdict.Met)).ToImmutableArray();
        if (settled.Length == 1)
            return settled;
        var open = branches.Where(b => own[b].TrueForAll(c => c.IsMoot || c.Verdict != ConditionVerdict.NotMet)).ToImmutableArray();
        // All closed: the nearest one shows what stands against it.
        return open.IsEmpty ? [branches.MinBy(b => own[b].Count(c => !c.IsMoot && c.Verdict == ConditionVerdict.NotMet))] : open;
    }

    // 国家级200万元，省级50万元: cases that only a level parts, by the level of what was told to be held.
    private static ImmutableArray<int> OfLevel(FoundMeasure measure, EnterpriseProfile profile, ImmutableArray<int> open, ImmutableArray<ConditionMatch> judged)
    {
        if (open.Length < 2 || judged.Any(c => open.Contains(c.Condition.Branch)))
            return open;
        var named = judged.Where(c => c.Condition.Kind is ConditionKind.Recognition or ConditionKind.Platform).SelectMany(c => c.Condition.Words).Select(w => StandingName.Of(w).Name).ToList();
        var levels = profile.Standings.Where(s => s.IsHeld).Select(s => StandingName.Of(s.Name)).Where(s => s.Lowest is not null && named.Contains(s.Name)).Select(s => s.Lowest).Distinct().ToList();
        if (levels is not [{ } held])
            return open;
        var own = open.Where(b => measure.Measure.Amounts.Where(a => a.Branch == b).All(a => StandingName.LevelAtEnd(measure.Before(a.Span, LevelReach)) == held)).ToImmutableArray();
        return own.Length == 1 ? own : open;
    }

    private static MeasureFit FitOf(ImmutableArray<ConditionMatch> conditions)
    {
        if (conditions.Any(c => !c.IsMoot && c.Verdict == ConditionVerdict.NotMet))
            return MeasureFit.Misses;
        var own = conditions.Where(c => !c.IsMoot && !c.Condition.IsGeneral).ToList();
        return own.Count > 0 && own.TrueForAll(c => c.Verdict == ConditionVerdict.Met) ? MeasureFit.Fits : MeasureFit.MayFit;
    }
}
