using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>在本市注册: whether the told place lies in the asked one.</summary>
internal static partial class RegionJudge
{
    private const int LookBack = 8;

    public static ConditionMatch Judge(ConditionMatch match, FoundMeasure measure, EnterpriseProfile profile)
    {
        if (profile.Region is not { } place)
            return match with { Missing = new MissingFact(ProfileFact.Region) };
        var names = match.Condition.Words.IsEmpty && (measure.Measure.Region ?? measure.Metadata.Region) is { } own ? [own] : match.Condition.Words;
        var within = measure.Metadata.WithinRegion ?? measure.Metadata.Region;
        var regions = names.Select(n => Places.Find(n, within)).OfType<Region>().Where(r => r.IsKnown || RegionLike().IsMatch(r.Name)).ToList();
        if (regions.Count == 0 || regions.Count < names.Length)
            return match;
        var told = new Bilingual(place.Name, place.English.Length > 0 ? place.English : place.Name);
        var isIn = regions.Exists(r => Places.IsIn(place, r));
        if (match.Condition.Operator == ConditionOperator.NotIn)
            return match with { Verdict = isIn ? ConditionVerdict.NotMet : ConditionVerdict.ToConfirm, Told = told };
        // 整体迁入我市, 在本市转化: to be there is not to have done it.
        if (isIn && Deed().IsMatch(match.Clause))
            return match with { Told = told };
        if (isIn)
            return Untold(Matter(match, measure), profile) is { } untold
                ? match with { Told = told, Missing = new MissingFact(ProfileFact.Declaration, untold) }
                : match with { Verdict = ConditionVerdict.Met, Told = told };
        return regions.Exists(r => Places.IsIn(r, place))
            ? match with { Missing = new MissingFact(ProfileFact.District) }
            : match with { Verdict = ConditionVerdict.NotMet, Told = told };
    }

    [GeneratedRegex("迁|落户|转化|落地|引进|引入|投产|产业化|转移")]
    private static partial Regex Deed();

    [GeneratedRegex("[省市县区州旗盟]$")]
    private static partial Regex RegionLike();

    // 登记注册、税务关系 | 在本市: what must be in the place may be cut off before it; what is named behind belongs to the next clause.
    private static string Matter(ConditionMatch match, FoundMeasure measure) =>
        RelationBefore().Match(measure.Before(match.Condition.Span, LookBack)).Value + RelationBehind().Replace(match.Clause, "");

    // Where the firm is doesn't tell where it pays taxes or is counted.
    private static string? Untold(string written, EnterpriseProfile profile)
    {
        // To pay taxes lawfully, beside being registered, is everybody's duty; to be taxed in a place is a fact.
        var clause = Registered().IsMatch(written) ? Lawfully().Replace(written, "") : written;
        return clause.Contains('税', StringComparison.Ordinal) && !profile.Declarations.Contains("本地纳税") ? "本地纳税"
            : clause.Contains("统计", StringComparison.Ordinal) && !profile.Declarations.Contains("本地统计") ? "本地统计"
            : null;
    }

    [GeneratedRegex("(?:税务|税收|统计|税收解缴)(?:[、和及](?:税务|税收|统计))?关系$")]
    private static partial Regex RelationBefore();

    [GeneratedRegex("[、，,和及](?:税务|税收|统计|税收解缴)(?:[、和及](?:税务|税收|统计))?关系$")]
    private static partial Regex RelationBehind();

    [GeneratedRegex("注册|登记|设立|成立|工商")]
    private static partial Regex Registered();

    [GeneratedRegex("(?:[、，,和并且及]|并且)?(?:依法|合法|照章)(?:诚信)?(?:纳税|缴税|缴纳税款)")]
    private static partial Regex Lawfully();
}
