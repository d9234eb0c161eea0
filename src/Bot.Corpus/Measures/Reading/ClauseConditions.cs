using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Conditions told by the clause they stand in: prizes won, things done, and those that nothing known fits.</summary>
internal sealed class ClauseConditions(PolicyText text)
{
    private const int LeastLength = 3;
    private const int LeastRest = 4;
    private const string Joins = "、并且及或和,";

    private static readonly Regex Won = MeasureWords.Form("(?:获得?|荣获|入选|获评|获批|首次获批|被?认定为|评为|评定为|列入|纳入|通过(?=[^,;。|]{0,30}(?:认定|认可|认证|验收|考核|评价|评估|备案|评审|审核))|取得|成为)(?<what>[^,;。|]{2,50}?)(?:的|$|,|并|且|企业)");
    private static readonly Regex Prize = MeasureWords.Form("奖|称号|企业|认定|认证|资质|名单|荣誉|证书|人才|示范|冠军|等级|认可|优秀|良好|A级|试点|名录|百强|榜");
    private static readonly Regex Held = MeasureWords.Form("(?:承担|牵头|主持|参与|实施|立项|承建|依托|建有|建设|组建|创建)[^,;。|]{0,40}?(?:项目|专项|计划|课题|标准|平台|中心|基地|机构|实验室|工作站|研究院|联合体)");
    private static readonly Regex Platform = MeasureWords.Form("平台|中心|基地|机构|实验室|工作站|研究院|项目|专项|计划|课题|标准|站$");
    private static readonly Regex Act = MeasureWords.Form(MeasureWords.Any("act"));
    private static readonly Regex Other = MeasureWords.Form(MeasureWords.Any("other"));
    private static readonly Regex ZoneClause = MeasureWords.Form("(?:^|[,;。:|])(?:对|其中|凡|对于|支持)?(?<clause>[^,;。:|]{3,80}?)(?:的(?:[^,;。:|的]{0,14})?(?=[,;。:|]|$)|(?=[,;:|]|$))");
    private static readonly Regex NounOnly = MeasureWords.Form("^(?:对|有效期内?|符合条件|符合上述条件|符合要求|以上|上述|相应|经认定|经审核|其他|各类|通过审核|相关|每家|本市|全市|我市|区内|市内|符合本办法(?:规定)?|符合规定|入选|新增|按|经评审|评审通过|符合本条(?:规定)?|其|现有|已|通过|被|经|获得?|国家|省|市|区|级|认定|评定|评审|备案|入库|的|为|成为|达到|复审|考核|合格|实际|首次)+$");
    private static readonly Regex NounLead = MeasureWords.Form("^(?:对|凡|其中|由)?(?:本市|我市|区内|全市|各类|本区)?(?:" + MeasureWords.Any("noun") + "|[、和及])+(?:的)?(?!内|外|建设)");
    // Says what is given, not what is asked.
    private static readonly Regex Gives = MeasureWords.Form("^(?:按|可(?!持续)|由|市财政|区财政|县财政|所在|单个|同一|每[家个户年]|单户|参与制定的|在按规定|采[取用]|给予|向|发放|自备案|其中|补助|补贴|奖励|资助|并给予|优先|就高|[^,;。的]{0,14}(?:发放|提供)[^,;。]{0,12}$)");
    private static readonly Regex Applies = MeasureWords.Form("^(?:企业|单位)?(?:申报|申请|享受)[^,;。]{0,16}(?:政策|支持|资金|奖补|的企业|的单位)$");
    private static readonly Regex Lead = MeasureWords.Form(":\\s*$");

    public IEnumerable<MeasureCondition> InZone(TextSpan zone, List<MeasureCondition> known)
    {
        // The zone was cut before its verb; its own 的 closes it.
        foreach (Match match in ZoneClause.Matches(text.PlainOf(zone)))
        {
            var clause = match.Groups["clause"];
            var span = text.Trim(new TextSpan(clause.Index, clause.Index + clause.Length).Shift(zone.Start));
            var isConditional = match.Length > clause.Index + clause.Length - match.Index;
            if (Gives.IsMatch(text.PlainOf(span)))
                continue;
            if (span.Length < LeastLength || NounOnly.IsMatch(text.PlainOf(span)) || (!isConditional && !Act.IsMatch(text.PlainOf(span))))
                continue;
            foreach (var condition in Of(span, known))
                yield return condition;
        }
    }

    public IEnumerable<MeasureCondition> InList(TextSpan span, List<MeasureCondition> known)
    {
        foreach (var clause in Clauses(span))
        {
            if (clause.Length < LeastLength || Applies.IsMatch(text.PlainOf(clause)) || Lead.IsMatch(text.Plain[clause.Start..Math.Min(text.Plain.Length, clause.End + 1)]))
                continue;
            if (known.Exists(k => k.Span.Overlaps(clause)))
            {
                foreach (var rest in Of(clause, known))
                    yield return rest;
                continue;
            }
            var kind = KindOf(text.PlainOf(clause));
            yield return new(0, kind, clause, Words: WonIn(clause, kind));
        }
    }

    // 科技型中小企业获得银行贷款的: what known conditions leave of the clause asks something too.
    private IEnumerable<MeasureCondition> Of(TextSpan span, List<MeasureCondition> known)
    {
        var isWhole = !known.Exists(k => k.Span.Overlaps(span));
        foreach (var left in Uncovered(span, known))
        {
            var rest = text.Trim(left);
            if (!isWhole && (rest.Length < LeastRest || !Act.IsMatch(text.PlainOf(rest))))
                continue;
            if (NounLead.Match(text.PlainOf(rest)) is { Success: true } noun && noun.Length < rest.Length - 1)
                rest = new(rest.Start + noun.Length, rest.End);
            if (rest.Length < LeastLength || NounOnly.IsMatch(text.PlainOf(rest)) || Gives.IsMatch(text.PlainOf(rest)))
                continue;
            var kind = KindOf(text.PlainOf(rest));
            yield return new(0, kind, rest, Words: WonIn(rest, kind));
        }
    }

    private IEnumerable<TextSpan> Uncovered(TextSpan span, List<MeasureCondition> known)
    {
        var from = span.Start;
        foreach (var taken in known.Select(k => k.Span).Where(s => s.Overlaps(span)).OrderBy(s => s.Start))
        {
            // Right before a known one stands what belongs to it: 主导制定国家标准; behind a 、 or 并 something of its own.
            if (taken.Start > from && taken.Start > span.Start && Joins.Contains(text.Plain[taken.Start - 1], StringComparison.Ordinal))
                yield return new(from, taken.Start - 1);
            from = Math.Max(from, taken.End);
        }
        if (from < span.End)
            yield return new(from, span.End);
    }

    private static ConditionKind KindOf(string clause)
    {
        if (Won.Match(clause) is { Success: true } won)
            return Platform.IsMatch(won.Groups["what"].Value) ? ConditionKind.Platform : Prize.IsMatch(won.Groups["what"].Value) ? ConditionKind.Recognition : ConditionKind.Other;
        if (Held.IsMatch(clause))
            return ConditionKind.Platform;
        return Act.IsMatch(clause) || Other.IsMatch(clause) ? ConditionKind.Other : ConditionKind.Unread;
    }

    private ImmutableArray<string> WonIn(TextSpan span, ConditionKind kind) =>
        kind is ConditionKind.Recognition or ConditionKind.Platform && Won.Match(text.PlainOf(span)) is { Success: true } won
            ? [new TextSpan(won.Groups["what"].Index, won.Groups["what"].Index + won.Groups["what"].Length).Shift(span.Start).Of(text.Text)]
            : [];

    // A list's clauses are parted by stops; a comma inside goes on with the same condition unless both sides stand alone.
    private IEnumerable<TextSpan> Clauses(TextSpan span)
    {
        var from = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && text.Plain[i] is not (';' or '。' or '\n' or ','))
                continue;
            var clause = text.Trim(new(from, i));
            if (clause.Length > 0)
                yield return clause;
            from = i + 1;
        }
    }
}
