using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Reads the conditions that stand in a stretch of text: what is measured, standings held, region, field, credit. A clause that is
/// clearly a condition but none of these is kept as unread.
/// </summary>
internal sealed class ConditionReader(PolicyText text)
{
    private static readonly Regex Or = MeasureWords.Form("^(?:的|企业|,|\\s){0,3}或者?[^,;。:|]{0,12}$");

    private static readonly Regex And = MeasureWords.Form("^(?:企业)?[、和及与]$");
    private const string Anybody = "(?:企业|单位|高校|高等院校|高等学校|院校|科研院所|科研机构|社会组织|社会团体|事业单位|医疗机构|机构|个人|团队)";
    private static readonly Regex AnybodyBefore = MeasureWords.Form("(?:^|[的、,内:为于\\s])" + Anybody + "(?:、|和|及|以及|或|或者)+$");
    private static readonly Regex AnybodyBehind = MeasureWords.Form("^(?:企业)?(?:、|和|及|以及|或|或者)+" + Anybody + "(?=[、和及或等,;。的)]|$)");
    private const int LongestLook = 24;

    private readonly MeasuredConditions _measured = new(text);
    private readonly NamedConditions _named = new(text);
    private readonly ClauseConditions _clauses = new(text);

    /// <summary>The conditions of the words before what is given (对…的企业).</summary>
    public ImmutableArray<MeasureCondition> ReadZone(TextSpan zone, int branch)
    {
        var found = Known(zone);
        found.RemoveAll(c => _clauses.IsGranted(zone, c.Span));
        found.AddRange(_clauses.InZone(zone, found));
        return Settle(found, branch);
    }

    /// <summary>The conditions of a text that lists them: every clause is one.</summary>
    public ImmutableArray<MeasureCondition> ReadList(TextSpan span, int branch)
    {
        var found = Known(span);
        // 高校在本区设立的分支机构不在范围之内: asked is not to be one.
        found.RemoveAll(c => c.Kind == ConditionKind.Region && _clauses.IsExcluded(span, c.Span));
        found.AddRange(_clauses.InList(span, found));
        return Settle(found, branch);
    }

    /// <summary>Those of known kinds only, for words that also name who it is for (支持对象).</summary>
    public ImmutableArray<MeasureCondition> ReadKnown(TextSpan span, int branch) => Settle(Known(span), branch);

    /// <summary>Those of known quantities, and least numbers of others, for sentences that ask without saying so.</summary>
    public IEnumerable<MeasureCondition> ReadMeasured(TextSpan span) =>
        _measured.Read(span).Where(c => c.Operator != ConditionOperator.None && (c.Kind != ConditionKind.Other || c.Operator == ConditionOperator.AtLeast)).Concat(_measured.ReadRatios(span));

    /// <summary>How long a project may take at most.</summary>
    public IEnumerable<MeasureCondition> ReadTerms(TextSpan span) => _measured.Read(span).Where(c => c.Operator != ConditionOperator.None);

    private List<MeasureCondition> Known(TextSpan span)
    {
        var found = _measured.Read(span).Concat(_measured.ReadRatios(span)).ToList();
        found.AddRange(_named.Read(span).Where(named => !found.Exists(f => f.Span.Contains(named.Span) && f.Kind != ConditionKind.Other && !IsApart(f, named))));
        found.RemoveAll(IsOneOfAnybody);
        return found;
    }

    // 企业、高校、新型研发机构和社会组织: who may also be any enterprise needs no standing.
    private bool IsOneOfAnybody(MeasureCondition named) =>
        named is { Operator: ConditionOperator.In, Kind: ConditionKind.Recognition or ConditionKind.Platform or ConditionKind.Size or ConditionKind.Other }
        && (AnybodyBefore.IsMatch(text.Plain[Math.Max(0, named.Span.Start - LongestLook)..named.Span.Start]) || AnybodyBehind.IsMatch(text.Plain[named.Span.End..Math.Min(text.Plain.Length, named.Span.End + LongestLook)]));

    // 高新技术产品收入 names no standing; 拥有发明专利5件 is one condition, not two.
    private static bool IsApart(MeasureCondition measured, MeasureCondition named) => (named.Kind is ConditionKind.Recognition or ConditionKind.Size or ConditionKind.Sector && measured.Kind is ConditionKind.Age) || (named.Kind is ConditionKind.FirstTime && measured.Kind is ConditionKind.Revenue);

    private ImmutableArray<MeasureCondition> Settle(List<MeasureCondition> found, int branch)
    {
        var settled = found.Select(c => c with { Branch = branch })
            .OrderBy(c => c.Span.Start).ThenByDescending(c => c.Span.Length).DistinctBy(c => (c.Kind, c.Span.Start, c.Operator)).ToArray();
        for (var i = 1; i < settled.Length; i++)
        {
            var (last, next) = (settled[i - 1], settled[i]);
            if (last.Span.End > next.Span.Start || !AreWays(last, next))
                continue;
            var either = last.Either > 0 ? last.Either : last.Span.Start + 1;
            (settled[i - 1], settled[i]) = (last with { Either = either }, next with { Either = either });
        }
        return [.. settled];
    }

    // …5%以上，或…20%以上; 初创企业和科技型中小企业 are two kinds of applicants, not one that is both.
    private bool AreWays(MeasureCondition last, MeasureCondition next)
    {
        var between = text.Plain[last.Span.End..next.Span.Start];
        return Or.IsMatch(between) || (IsHeld(last) && IsHeld(next) && And.IsMatch(between));
    }

    private static bool IsHeld(MeasureCondition condition) =>
        condition is { Operator: ConditionOperator.In, Kind: ConditionKind.Size or ConditionKind.Recognition or ConditionKind.Platform };
}
