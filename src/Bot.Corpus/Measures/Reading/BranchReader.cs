using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Numbers a measure's cases, tells scales, and gives every case its conditions.</summary>
internal sealed class BranchReader(PolicyText text)
{
    private static readonly Regex Provider = MeasureWords.Form("^[^,;。的]{2,20}(?:公司|银行|机构|中心|研究院|基金)(?:对|向)");

    private const int LeastBefore = 5;
    private static readonly Regex Obtains = MeasureWords.Form("(?:,|并且?|且|的|被|经|新)*(?:获得?|荣获|取得|评为|认定为?|入选|分别|为|达到|通过|新)*(?:的)?$");
    private static readonly Regex Mark = MeasureWords.Form("^(?:优秀|良好|合格|优良|优|良|[A-D一二三四五][A+]*[类档等级星]?级?)(?:\\([^)]*\\))?(?:等次|等级|档次|以上|及以上)?$");
    private static readonly Regex Review = MeasureWords.Form("考核|评价|评估|绩效|评级|星级");

    // 国家级、省级平台: of what kind the levels are, the noun behind the last says.
    private static readonly Regex LevelledPlatform = MeasureWords.Form("级[^,;。的、]{0,8}(?:平台|中心|基地|机构|实验室|工作站|研究院|园区?|空间|孵化器)");

    private static readonly Regex YearOnly = MeasureWords.Form("^\\s*(?:前|第|首|当)[一二三四五两1-5]{0,2}个?年度?$");

    private readonly TierReader _tiers = new(text);
    private readonly ConditionReader _conditions = new(text);

    public (ImmutableArray<MeasureAmount> Amounts, ImmutableArray<MeasureCondition> Conditions) Read(List<PolicyCase> cases, (Wording Words, ConditionKind Kind)? measured = null)
    {
        var steps = Steps(cases, measured);
        var branches = Number(cases, steps);
        var last = branches.Count == 0 ? 0 : branches.Max();
        var amounts = ImmutableArray.CreateBuilder<MeasureAmount>();
        var conditions = ImmutableArray.CreateBuilder<MeasureCondition>();
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var amount in cases[i].Amounts)
                amounts.Add(amount with { Branch = branches[i], Tier = amount.Tier ?? steps[i], Base = amount.Base ?? BaseAbove(amount, amounts, branches[i]) ?? PartOf(amount, steps[i]) });
            conditions.AddRange(Conditions(cases, i, steps[i], last > 1 ? branches[i] : 0));
        }
        return (amounts.DrainToImmutable(), [.. conditions.DistinctBy(c => (c.Kind, c.Span, c.Branch))]);
    }

    // 500万元至2000万元的部分按3%补助: a part of what the scale measures; 研发费用500万元以上的，按4%补助: of the spending itself.
    private static AmountBase? PartOf(MeasureAmount amount, AmountTier? step) =>
        amount.Kind == AmountKind.Rate && step is { Quantity: { } measured } && (step.IsPart || step.Of == ConditionKind.RdSpending)
            ? new(step.Of switch { ConditionKind.RdSpending => AmountBaseKind.RdSpending, ConditionKind.Revenue => AmountBaseKind.Revenue, _ => AmountBaseKind.Other }, measured)
            : null;

    // What the first case takes holds on: 按研发费用的3%…；…的，按4%….
    private static AmountBase? BaseAbove(MeasureAmount amount, IEnumerable<MeasureAmount> above, int branch) =>
        amount.Kind == AmountKind.Rate ? above.LastOrDefault(a => a.Branch <= branch && a.Kind == AmountKind.Rate)?.Base : null;

    // A threshold alone is a condition; two and more of one quantity, one after the other, are a scale.
    private AmountTier?[] Steps(List<PolicyCase> cases, (Wording Words, ConditionKind Kind)? measured)
    {
        var steps = new AmountTier?[cases.Count];
        var quantity = measured;
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i].Zone.Length == 0 || cases[i].IsScaled)
                continue;
            steps[i] = _tiers.Read(cases[i].Zone, quantity) ?? _tiers.Read(LastClause(cases[i].Zone), quantity) ?? _tiers.Read(LastPart(cases[i].Zone), quantity);
            quantity = steps[i] is { Quantity: { } words } step ? (words, step.Of ?? ConditionKind.Other) : null;
        }
        for (var i = 0; i < steps.Length; i++)
            if (steps[i] is { } step && !IsBeside(steps, i - 1, step) && !IsBeside(steps, i + 1, step))
                steps[i] = null;
        return steps;
    }

    private TextSpan LastClause(TextSpan zone) =>
        new(zone.Start + text.PlainOf(zone).LastIndexOfAny([',', ':', ';', '。']) + 1, zone.End);

    // 按研发费用分段累加给予补助：500万元以下的部分: the lead before the colon says what is measured.
    private TextSpan LastPart(TextSpan zone) =>
        new(zone.Start + text.PlainOf(zone).LastIndexOfAny([',', ';', '。']) + 1, zone.End);

    private static bool IsBeside(AmountTier?[] steps, int i, AmountTier step) =>
        i >= 0 && i < steps.Length && steps[i] is { } other && other.Of == step.Of && other.Quantity?.Text == step.Quantity?.Text;

    private static List<int> Number(List<PolicyCase> cases, AmountTier?[] steps)
    {
        var branches = new List<int>();
        var next = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            // 年营业收入2亿元以上的企业，每年最高100万元；…: a scale of ceilings behind a rate caps it.
            if (cases[i].IsLimit || (next > 0 && steps[i] is not null && cases[i].Amounts.All(a => a.Kind == AmountKind.Ceiling) && cases.Take(i).Any(c => c.Amounts.Any(a => a.Kind != AmountKind.Ceiling))))
            {
                branches.Add(0);
                continue;
            }
            if (i == 0 || next == 0 || steps[i] is null || steps[i - 1] is null || steps[i]!.Quantity?.Text != steps[i - 1]!.Quantity?.Text)
                next++;
            branches.Add(next);
        }
        return branches;
    }

    private IEnumerable<MeasureCondition> Conditions(List<PolicyCase> cases, int i, AmountTier? step, int branch)
    {
        var (zone, element) = (cases[i].Zone, cases[i].Element);
        // 担保公司对…的工业企业提供: what stands before 对 is who gives.
        if (Provider.Match(text.PlainOf(zone)) is { Success: true } provider)
            zone = new(zone.Start + provider.Length, zone.End);
        if (zone.Length == 0)
            return [];
        var read = _conditions.ReadZone(zone, branch)
            .Where(c => step is null || !c.Span.Overlaps(step.Span))
            .Where(c => !cases[i].Amounts.Any(a => a.Tier is { } tier && c.Span.Overlaps(tier.Span)));
        if (element is { } own)
        {
            var others = cases.Where(c => c.Zone == cases[i].Zone && c.Element is not null && c.Element != own).Select(c => c.Element!.Value).ToArray();
            var first = others.Append(own).Min(e => e.Start);
            read = read.Select(c => Before(c, first)).OfType<MeasureCondition>()
                .Where(c => !Array.Exists(others, c.Span.Overlaps) && !c.Span.Overlaps(own)).Append(ElementOf(zone, own, branch)).Concat(Reviewed(zone, others.Append(own).Max(e => e.End), branch));
        }
        return i == 0 && branch > 0 && element is null && Shared(cases) is { } shared
            ? read.Select(c => c.Span.End <= shared ? c with { Branch = 0 } : c)
            : read;
    }

    // 国家级、省级平台绩效评估为优秀的: asked of each of them.
    private IEnumerable<MeasureCondition> Reviewed(TextSpan zone, int behind, int branch)
    {
        var tail = text.Trim(new(behind, Math.Max(behind, zone.End)));
        var plain = text.PlainOf(tail).TrimEnd('的');
        return Review.IsMatch(plain) && plain.Length >= LeastBefore && !plain.AsSpan().ContainsAny(",;。:") ? [new(branch, ConditionKind.Other, new(tail.Start, tail.Start + plain.Length))] : [];
    }

    // 进入决赛并获得一等奖、二等奖的: what is asked for beside the one of several.
    private MeasureCondition? Before(MeasureCondition condition, int element)
    {
        if (condition.Span.End <= element || condition.Span.Start >= element || condition.Kind is not (ConditionKind.Other or ConditionKind.Recognition or ConditionKind.Platform or ConditionKind.Unread) || condition.Value is not null)
            return condition;
        var rest = Obtains.Replace(text.Plain[condition.Span.Start..element], "");
        return rest.Length < LeastBefore ? condition : condition with { Kind = ConditionKind.Other, Operator = ConditionOperator.None, Words = [], Span = new(condition.Span.Start, condition.Span.Start + rest.Length) };
    }

    // 对高新技术企业，首次认定的…；重新认定的…: what stands before the first case's own clause holds for all.
    private int? Shared(List<PolicyCase> cases)
    {
        if (cases.Skip(1).Any(c => !c.IsLimit && text.PlainOf(c.Zone).StartsWith('对')))
            return null;
        var plain = text.PlainOf(cases[0].Zone);
        var comma = plain.LastIndexOf(',');
        // …租用办公用房的，前两年按80%，第三年按50%: all of it is asked in every year.
        return comma > 0 && (plain[comma - 1] != '的' || YearOnly.IsMatch(plain[(comma + 1)..])) ? cases[0].Zone.Start + comma : null;
    }

    // One of 国家级、省级、市级孵化器: the head stands behind the last.
    private MeasureCondition ElementOf(TextSpan zone, TextSpan element, int branch)
    {
        var words = element.Of(text.Text);
        var known = _conditions.ReadKnown(element, branch).FirstOrDefault(c => c.Kind is ConditionKind.Recognition or ConditionKind.Platform or ConditionKind.Size or ConditionKind.IntellectualProperty or ConditionKind.FirstTime);
        // A档、B档 of a review are marks, not what is held.
        if (known is null && Mark.IsMatch(PolicyText.PlainOf(words)) && Review.IsMatch(text.PlainOf(zone)))
            return new(branch, ConditionKind.Other, element, ConditionOperator.In, Words: [words]);
        var kind = known?.Kind ?? _conditions.ReadKnown(zone, branch).LastOrDefault(c => c.Kind is ConditionKind.Recognition or ConditionKind.Platform)?.Kind ?? (LevelledPlatform.IsMatch(text.PlainOf(zone)) ? ConditionKind.Platform : words.Contains('奖', StringComparison.Ordinal) || text.PlainOf(zone).Contains('奖', StringComparison.Ordinal) ? ConditionKind.Recognition : ConditionKind.Other);
        return new(branch, kind, element, ConditionOperator.In, Words: [words]);
    }
}
