using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Conditions told by the clause they stand in: prizes won, things done, and those that nothing known fits.</summary>
internal sealed class ClauseConditions(PolicyText text)
{
    private const int LeastLength = 3;
    private const int LeastRest = 4;
    private const int LeastWon = 2;
    private const int LeastBefore = 6;
    private const string Joins = "、并且及或和,";

    private static readonly Regex Won = MeasureWords.Form("(?:获得?|荣获|入选|获评|获批|首次获批|被?认定为|评为|评定为|列入|纳入|通过(?=[^,;。|]{0,30}(?:认定|认可|认证|验收|考核|评价|评估|备案|评审|审核))|取得|成为)(?!的)(?<what>[^,;。|]{2,50}?)(?:的|$|,|并|且|企业)");
    private static readonly Regex Prize = MeasureWords.Form("奖|称号|企业|认定|认证|资质|名单|一致性评价|荣誉|证书|人才|示范|冠军|等级|认可|优秀|良好|A级|试点|名录|百强|榜|许可|注册证|批件|批文|目录|名单");
    // How a thing is acknowledged says nothing of what it is: 省级重点实验室认定.
    private static readonly Regex Acknowledged = MeasureWords.Form("(?:的|等|省级|市级|国家级|区级|资格|\\s)*(?:认定|备案|立项|认可|称号|名单|资格|批复|评审|评估|验收)(?:的)?$");
    private static readonly Regex Received = MeasureWords.Form("(?:贷款|融资|投资|资金|经费|款|授权|支持|报告|进展|成果|收入|合同|订单|补助|补贴|数据)$");
    private static readonly Regex Held = MeasureWords.Form("(?:承担|牵头|主持|参与|实施|立项|承建|依托|建有|建设|组建|创建)[^,;。|]{0,40}?(?:项目|专项|计划|课题|标准|平台|中心|基地|机构|实验室|工作站|研究院|联合体)");
    private static readonly Regex Platform = MeasureWords.Form("(?:平台|中心|基地|机构|实验室|工作站|工作室|研究院|项目|专项|计划|课题|联合体|空间|孵化器|加速器|园区?|站)(?:\\([^)]*\\))?$");
    private static readonly Regex Property = MeasureWords.Form("(?:知识产权|专利权?|商标权?|著作权)[^,;。|]{0,6}(?:质押|许可|转让|授权)|授权[^,;。|]{0,8}(?:专利|商标|著作权)|国家阶段|专利申请|专利(?:导航|布局|预警)|(?:制|修)?(?:制定|修订|起草)[^,;。|]{0,16}标准");
    private static readonly Regex Resides = MeasureWords.Form("(?:入驻|租用|租赁|入园)[^,;。|]{2,40}(?:园区?|基地|孵化器|众创空间|加速器|载体|中心|平台|楼宇|创新城|未来城|科技城)(?:[^,;。|]{0,8}用房)?$");
    private static readonly Regex Act = MeasureWords.Form(MeasureWords.Any("act"));
    private static readonly Regex Other = MeasureWords.Form(MeasureWords.Any("other"));
    private static readonly Regex ZoneClause = MeasureWords.Form("(?:^|[,;。:|])(?:[一二三四五六七八九十]是)?(?:对|其中|凡|对于|重点支持|重点投向|支持|投向)?(?:处于)?(?<clause>[^,;。:|]{3,80}?)(?:的(?:(?!经|并|已|自|达到|取得|获得|通过|签订|完成|实现|被|超过)[^,;。:|的]){0,14}(?=[,;。:|]|$)|(?=[,;:|]|$))");
    private static readonly Regex NounOnly = MeasureWords.Form("^(?:对|有效期内?|符合条件|符合上述条件|符合要求|以上|上述|相应|经认定|经审核|其他|各类|通过审核|相关|每家|本市|全市|我市|区内|市内|符合本办法(?:规定)?|符合规定|入选|新增|按|经评审|评审通过|符合本条(?:规定)?|其|现有|已|通过|被|经|获得?|国家|省|市|区|级|认定|评定|评审|备案|入库|的|为|成为|达到|复审|考核|合格|实际|首次|\\d{4}年度?)+$");
    private static readonly Regex NounLead = MeasureWords.Form("^(?:对|凡|其中|由|为|向)?(?:本市|我市|区内|全市|各类|本区)?(?:" + MeasureWords.Any("noun") + "|[、和及])+(?:的)?(?!内|外|建设)");
    // Says what is given, not what is asked.
    private static readonly Regex Gives = MeasureWords.Form("^(?:按|可(?!持续)|由(?![^,;。、]{0,20}(?:牵头|主导|组建|发起|控股|参与|联合|承担|共建|建设))|市财政|区财政|县财政|所在|单[个家户]|单[笔项件][^,;。]{0,6}$|同一|每[家个户年]|参与制定的|在按规定|采[取用]|给予|向(?!社会|公众)|(?:为|面向)[^,;。的]{2,20}(?:企业|单位|机构|团队|个人|主体)(?:免费|无偿)?$|发放|自备案|其中|补助|补贴|奖励|资助|并给予|优先|就高|[^,;。的]{0,14}(?:发放|提供)[^,;。]{0,12}$)");
    private static readonly Regex Granted = MeasureWords.Form("^\\s*(?:可|可以|优先|择优)(?:申请|申报|认定|评为|评定|推荐|授予|备案|纳入)");
    private static readonly Regex Joined = MeasureWords.Form("并且?|且|同时");
    private static readonly Regex Authorised = MeasureWords.Form("授权|许可|注册|申请");
    // 超出15人年的部分, 活动中实际发生的研发费用, 此后每新增1件: of what support is counted, not what is asked.
    private static readonly Regex OfPart = MeasureWords.Form("^的[^,;。]{0,6}部分");
    private static readonly Regex Counted = MeasureWords.Form("^(?:此后|其后|以后|另|超出|超过)*每(?:新增|增加|多|再|1|一|新)|^(?!对)[^,;。的]{0,16}(?:额度|限额|贷款额|投资额|面积)$");
    private static readonly Regex Spent = MeasureWords.Form("(?:实际|新增|已|年度)?(?:发生|支付|支出|缴纳|投入|形成|使用)$");
    private static readonly Regex Cost = MeasureWords.Form("^的[^,;。]{0,10}(?:费用?|支出|金额|利息|保费|租金|款|经费|投入|成本|额)$");
    private static readonly Regex Noted = MeasureWords.Form("^(?:说明|备注|注|答|其他要求|有关说明|要求):");
    private static readonly Regex Excluded = MeasureWords.Form("不(?:在|纳入|列入)[^,;。]{0,12}范围|不适用|除外|不予|不享受|不得(?:申报|申请|享受)");
    private static readonly Regex Paid = MeasureWords.Form("(?:经费|资金|补助|奖励|补贴|奖补)[^,;。]{0,16}(?:拨付|发放|兑付|兑现|支付)$|^(?:补助|补贴|奖励|奖补|贴息)(?:比例|标准)适用于");
    // 除特别说明外，….
    private static readonly Regex Besides = MeasureWords.Form("^除[^,;。]{0,14}外$");
    private static readonly Regex Consequence = MeasureWords.Form("^(?:均|一律|一概|则|也)?(?:不[补奖贴]$|停止|终止|不纳入|不列入|不予|不再|不得|不能|不给予|不享受|取消|不适用|视为)[^,;。]{0,12}$");
    private static readonly Regex Applies = MeasureWords.Form("^(?:企业|单位)?(?:单位|机构|主体)?(?:申报|申请|申领|享受)(?![^,;。]{0,14}(?:加计扣除|税收|所得税|优惠))[^,;。]{0,16}(?:政策|支持|资金|奖补|的企业|的单位|补助|补贴|奖励|贴息|资助|创新券|项目|贷款|认定|备案)(?:的)?$|^(?:本(?:办法|意见|政策|措施|细则|通知|规定|条|款)|上述|前款)[^,;。]{0,12}的?(?:企业|单位|机构|主体|项目)$");
    // 设立总规模30亿元的子基金: how much there is in all, and who sets it up.
    private static readonly Regex Pot = MeasureWords.Form("总规模|首期规模|(?:基金|资金)设立|^设立[^,;。]{0,20}(?:基金|资金)$");
    private static readonly Regex Newly = MeasureWords.Form("(?:认定|评定|获评|获批|入选|列入|备案|通过|评为|授予|评)(?:为)?$");
    private static readonly Regex Levelled = MeasureWords.Form("^(?:的)?(?:国家级?|省部级|省级?|市级?|区级?|县级?|部级|全国|国际|[^,;。]{1,4}[省市区县]级?)");
    private static readonly Regex Who = MeasureWords.Form("^(?:授权|认定|登记|证书|备案|注册|许可)?(?:的|等)[^,;。的]{0,8}" + MeasureWords.Any("noun") + "$|^(?:\\([^)]{1,12}\\)|[、和及]|[^,;。的、()]{2,12}(?:组织|机构|企业|单位))+$");
    private static readonly Regex Lead = MeasureWords.Form(":\\s*$");

    public IEnumerable<MeasureCondition> InZone(TextSpan zone, List<MeasureCondition> known)
    {
        // The zone was cut before its verb; its own 的 closes it.
        foreach (Match match in ZoneClause.Matches(text.PlainOf(zone)))
        {
            var clause = match.Groups["clause"];
            var span = text.Trim(new TextSpan(clause.Index, clause.Index + clause.Length).Shift(zone.Start));
            var isConditional = match.Length > clause.Index + clause.Length - match.Index;
            var behind = text.Plain[(zone.Start + clause.Index + clause.Length)..(zone.Start + match.Index + match.Length)];
            // 新认定的市级绿色工厂: who they are is what they hold.
            var who = new TextSpan(zone.Start + clause.Index + clause.Length, zone.Start + match.Index + match.Length);
            if (!known.Exists(k => k.Span.Overlaps(who)) && WonBefore(who, known) is { } won)
                yield return won;
            if (Gives.IsMatch(text.PlainOf(span)) || Counted.IsMatch(text.PlainOf(span)) || OfPart.IsMatch(behind) || Pot.IsMatch(clause.Value) || (Spent.IsMatch(clause.Value) && Cost.IsMatch(behind)))
                continue;
            if (span.Length < LeastLength || NounOnly.IsMatch(text.PlainOf(span)) || (!isConditional && !Act.IsMatch(text.PlainOf(span))))
                continue;
            foreach (var condition in Of(span, known))
                yield return condition;
        }
    }

    /// <summary>…的，可申请认定为区级研发中心: the standing is what is given.</summary>
    public bool IsGranted(TextSpan zone, TextSpan named)
    {
        var clause = text.Plain.LastIndexOfAny([',', ';', '。', ':'], named.Start - 1, named.Start - zone.Start) + 1;
        return Granted.IsMatch(text.Plain[Math.Max(clause, zone.Start)..named.Start]);
    }

    /// <summary>Stands in a clause that says who is left out.</summary>
    public bool IsExcluded(TextSpan list, TextSpan named)
    {
        var stop = text.Plain.AsSpan(named.End, Math.Max(0, list.End - named.End)).IndexOfAny(",;。\n");
        return Excluded.IsMatch(text.Plain[named.End..(stop < 0 ? Math.Max(list.End, named.End) : named.End + stop)]);
    }

    public IEnumerable<MeasureCondition> InList(TextSpan span, List<MeasureCondition> known)
    {
        foreach (var clause in Clauses(span))
        {
            // …的，不予贴息: what becomes of them was asked for by the clause before.
            if (clause.Start > span.Start + LeastLength && Consequence.IsMatch(text.PlainOf(clause)))
                continue;
            if (Paid.IsMatch(text.PlainOf(clause)) || Besides.IsMatch(text.PlainOf(clause)))
                continue;
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
            if (!isWhole && WonBefore(rest, known) is { } won)
            {
                yield return won;
                continue;
            }
            if (!isWhole && (rest.Length < LeastRest || !(Act.IsMatch(text.PlainOf(rest)) || Other.IsMatch(text.PlainOf(rest)))))
                continue;
            // 首台（套）的生产企业, 发明专利授权的企业: who it is, behind what is asked.
            if (!isWhole && Who.IsMatch(text.PlainOf(rest)))
                continue;
            var noun = NounLead.Match(text.PlainOf(rest));
            if (noun.Success && noun.Length >= rest.Length - 1)
                continue;
            if (noun.Success)
                rest = new(rest.Start + noun.Length, rest.End);
            if (rest.Length < LeastLength || NounOnly.IsMatch(text.PlainOf(rest)) || Gives.IsMatch(text.PlainOf(rest)) || Applies.IsMatch(text.PlainOf(rest)))
                continue;
            foreach (var part in Parts(rest))
            {
                var kind = KindOf(text.PlainOf(part));
                // 经发达国家授权的国外发明专利: what happened to the property is asked of it.
                if (kind == ConditionKind.Other && Authorised.IsMatch(text.PlainOf(part)) && known.Exists(k => k.Kind == ConditionKind.IntellectualProperty && k.Span.Start - part.End is 0 or 1))
                    kind = ConditionKind.IntellectualProperty;
                yield return new(0, kind, part, Words: WonIn(part, kind));
            }
        }
    }

    // 新认定的市级智能工厂: what is held for the first time.
    private MeasureCondition? WonBefore(TextSpan rest, List<MeasureCondition> known)
    {
        var newly = known.Find(k => k.Kind == ConditionKind.FirstTime && (k.Span.End == rest.Start || (k.Span.End + 1 == rest.Start && text.Plain[k.Span.End] == '的')));
        if (newly is null || rest.Length < LeastRest || !Newly.IsMatch(text.PlainOf(newly.Span)) || !Levelled.IsMatch(text.PlainOf(rest)))
            return null;
        var named = text.Plain[rest.Start] == '的' ? new TextSpan(rest.Start + 1, rest.End) : rest;
        return new(0, KindOfWon(text.PlainOf(named)) == ConditionKind.Platform ? ConditionKind.Platform : ConditionKind.Recognition, named, ConditionOperator.In, Words: [.. named.Of(text.Text).Split('、')]);
    }

    // 获得银行贷款并按期还本付息: two things done, each asked for by itself.
    private IEnumerable<TextSpan> Parts(TextSpan rest)
    {
        var from = rest.Start;
        foreach (Match join in Joined.Matches(text.PlainOf(rest)))
        {
            var (before, behind) = (new TextSpan(from, rest.Start + join.Index), new TextSpan(rest.Start + join.Index + join.Length, rest.End));
            if (!IsPart(before) || !IsPart(behind))
                continue;
            yield return before;
            from = behind.Start;
        }
        yield return new(from, rest.End);
    }

    private bool IsPart(TextSpan span) =>
        span.Length >= LeastRest && (Act.IsMatch(text.PlainOf(span)) || Other.IsMatch(text.PlainOf(span)));

    private IEnumerable<TextSpan> Uncovered(TextSpan span, List<MeasureCondition> known)
    {
        var from = span.Start;
        foreach (var taken in known.Select(k => k.Span).Where(s => s.Overlaps(span)).OrderBy(s => s.Start))
        {
            // Right before a known one stands what belongs to it: 主导制定国家标准; behind a 、 or 并 something of its own.
            if (taken.Start > from && taken.Start > span.Start && Joins.Contains(text.Plain[taken.Start - 1], StringComparison.Ordinal))
                yield return new(from, taken.Start - 1);
            // 以知识产权质押方式获得贷款的科技型中小企业: what they did is asked beside what they are.
            else if (taken.Start - from > LeastBefore && text.Plain[taken.Start - 1] == '的' && Act.IsMatch(text.Plain[from..taken.Start]))
                yield return new(from, taken.Start - 1);
            // 向社会开放共享原值30万元以上的仪器: the number is of what is shared, the sharing asked for as well.
            else if (taken.Start - from >= LeastBefore && known.Exists(k => k.Span == taken && k is { Kind: ConditionKind.Other, Value: not null }))
                yield return new(from, taken.Start);
            from = Math.Max(from, taken.End);
        }
        if (from < span.End)
            yield return new(from, span.End);
    }

    private static ConditionKind KindOf(string clause)
    {
        if (Resides.IsMatch(clause))
            return ConditionKind.Platform;
        if (Property.IsMatch(clause))
            return ConditionKind.IntellectualProperty;
        if (Won.Match(clause) is { Success: true } won)
            return KindOfWon(won.Groups["what"].Value);
        if (clause.EndsWith('奖'))
            return ConditionKind.Recognition;
        if (Held.IsMatch(clause))
            return ConditionKind.Platform;
        return Act.IsMatch(clause) || Other.IsMatch(clause) ? ConditionKind.Other : ConditionKind.Unread;
    }

    private static ConditionKind KindOfWon(string what)
    {
        var core = Acknowledged.Replace(what, "");
        if (core.Length < LeastWon || Received.IsMatch(core))
            return ConditionKind.Other;
        return Platform.IsMatch(core) ? ConditionKind.Platform : Prize.IsMatch(what) ? ConditionKind.Recognition : ConditionKind.Other;
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
            if (Noted.Match(text.PlainOf(clause)) is { Success: true } noted)
                clause = new(clause.Start + noted.Length, clause.End);
            if (clause.Length > 0)
                yield return clause;
            from = i + 1;
        }
    }
}
