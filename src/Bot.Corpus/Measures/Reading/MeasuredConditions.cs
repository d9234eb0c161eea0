using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Conditions with a number: 研发费用占营业收入比重不低于3%, 成立不超过5年, 拥有发明专利5件以上.</summary>
internal sealed class MeasuredConditions(PolicyText text)
{
    private const int LongestLook = 200;
    private const int LongestLead = 5;

    private static readonly Regex Rd = MeasureWords.Form("研发|研究开发|研究与试验|R&D|科研|科技投入|科技活动");
    private static readonly Regex Staff = MeasureWords.Form("人员|职工|员工|人数|人才|团队");
    private static readonly Regex Share = MeasureWords.Form("占|比重|强度|比例");
    private static readonly Regex Growth = MeasureWords.Form("增长|增幅|增速|增加|提高|同比");
    private static readonly Regex Founded = MeasureWords.Form("成立|设立|注册|登记|创办|组建|创立|营业执照");
    private static readonly Regex Property = MeasureWords.Form("专利|软著|著作权|知识产权|商标|布图|新品种|论文");
    private static readonly Regex Income = MeasureWords.Form("收入|产值|营收|销售");
    private static readonly Regex Operator = MeasureWords.Form("(?<op>达到|达|不低于|不少于|不得低于|不得少于|不小于|不短于|超过|突破|高于|大于|多于|≥|>|不超过|未超过|不高于|不得超过|不大于|不长于|≤|低于|少于|不足|小于|<|未满|不满|满|至少|最低|为)(?:了|的|到|累计|合计|\\s)*$");
    private static readonly Regex Excludes = MeasureWords.Form("^[^,;。]{0,14}的(?:企业|单位|机构|项目)?[,]?(?:不适用|不予|不得|除外|不享受|不补|不奖)");
    private static readonly Regex Tail = MeasureWords.Form("^\\s?(?:\\((?<includes>不?含)[^)]{0,4}\\))?(?<bound>及其?以上|以上|及以下|以下|以内|之内|以后|之间)?(?:\\((?<includes>不?含)[^)]{0,4}\\))?");
    private static readonly Regex Full = MeasureWords.Form("(?:满|不少于|不低于|不短于|不得少于|达到?|(?<!不)超过)$");
    private static readonly Regex Longer = MeasureWords.Form("^(?:\\((?:不?含)\\))?(?:及?以上)");
    // 实施期不超过3年: how long what is supported may take, not how long support lasts.
    private static readonly Regex Term = MeasureWords.Form("(?:实施|执行|建设|研发|研制|项目|合作|攻关|施工)(?:期限?|周期|年限|时间)[^,;。]{0,6}$");
    // 毕业后三年内被认定为….
    private static readonly Regex Since = MeasureWords.Form("(?<event>毕业|认定|入驻|落户|投产|获批|引进|授权|结题|验收|退出|入库|备案|登记|购买|取得证书)(?:之日)?(?:后|起|之后)(?:的)?$");
    private static readonly Regex Within = MeasureWords.Form("^(?:之|以)?内");
    private static readonly Regex AlsoOf = MeasureWords.Form("^[^,;。:|0-9]{0,10}(?:和|及|以及|与|、)$");
    private static readonly Regex Noun = MeasureWords.Form("^[^,;。:|、和及与0-9共参的]{1,8}");
    private static readonly Regex Support = MeasureWords.Form("补助|补贴|贴息|奖励|资助|支持|免租|减免|累计|连续|近|前|期限");
    // 研发费用不少于30万元，且占营业收入…: what is held against it was named in the clause before.
    private static readonly Regex Subject = MeasureWords.Form("^\\s*(?:且|并且?|其)?占");
    private static readonly Regex SubjectGrows = MeasureWords.Form("^\\s*(?:且|并且?|其)?(?:年均|年度)?(?:(?:较|比)[上前]一?年度?|同比|环比)(?:实现|保持)?(?:增长|增幅|提高)");
    private static readonly Regex Grown = MeasureWords.Form("(?<rd>研发|研究开发|R&D|科研)|(?<income>收入|产值|营收|销售)");
    private static readonly Regex OfPart = MeasureWords.Form("^的?(?:[^,;。的]{0,4})部分");
    private static readonly Regex Ratio = MeasureWords.Form("(?:^|(?<=[,;。:|对且]))[^,;。:|对]{2,40}?(?:应|须)?(?<op>不低于|不少于|不得低于|不得少于|达到|不高于|不超过)\\s?(?<one>\\d{1,3}(?:\\.\\d+)?)\\s?[:∶]\\s?(?<other>\\d{1,3}(?:\\.\\d+)?)");
    private static readonly Regex Part = MeasureWords.Form("^.*(?:且|并|、|或者?|以及|同时|其中|在|的(?=.{4}))");
    private static readonly SearchValues<char> Joins = SearchValues.Create(",;。:\n|或且和及");
    private static readonly SearchValues<char> Joints = SearchValues.Create("且并的、及和与或在对为 ()：|其者");
    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(",;。:\n|");

    public IEnumerable<MeasureCondition> Read(TextSpan span)
    {
        // 较前一年度: no number of years.
        var numbers = Magnitude.In(text, span).Where(n => !(n.IsTime && n.Span.End < text.Plain.Length && text.Plain[n.Span.End] == '度' && n.Span.Start > 0 && text.Plain[n.Span.Start - 1] is '前' or '上')).ToArray();
        MeasureCondition? last = null;
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = numbers[i];
            if (number.Kind == UnitKind.None && number.Unit.Length == 0)
                continue;
            var left = Left(span, number.Span.Start);
            if (last is { Kind: ConditionKind.Other } before && number.Kind == UnitKind.Count && numbers[i - 1].Kind == UnitKind.Count && AlsoOf.IsMatch(text.Plain[numbers[i - 1].Span.End..number.Span.Start]) && Noun.Match(text.Plain[number.Span.End..span.End]) is { Success: true } noun)
            {
                yield return before with { Span = new(number.Span.Start, number.Span.End + noun.Length), Value = number.Value, Unit = number.Unit };
                continue;
            }
            var from = i > 0 ? numbers[i - 1].Span.End + Tail.Match(text.Plain[numbers[i - 1].Span.End..span.End]).Length : span.Start;
            var tail = Tail.Match(text.Plain[number.Span.End..span.End]);
            last = Read(number, left, tail, span, from);
            if (last is { } condition)
                yield return IsExcluded(span, number.Span.End) ? condition with { Operator = Inverse(condition.Operator) } : condition;
        }
    }

    /// <summary>自筹资金与财政资金之比不低于2:1: as how many to one.</summary>
    public IEnumerable<MeasureCondition> ReadRatios(TextSpan span)
    {
        foreach (Match match in Ratio.Matches(text.PlainOf(span)))
        {
            var (one, other) = (PartOf(match, "one"), PartOf(match, "other"));
            if (other > 0)
                yield return new(
                    0, ConditionKind.Other, text.Trim(new TextSpan(match.Index, match.Index + match.Length).Shift(span.Start)),
                    Of(Operator.Match(match.Groups["op"].Value), Match.Empty, ""), one / other, ":1");
        }
        static decimal PartOf(Match match, string name) => decimal.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private MeasureCondition? Read(Magnitude number, string left, Match tail, TextSpan span, int from)
    {
        var right = text.Plain[number.Span.End..Math.Min(span.End, number.Span.End + 24)];
        // What support is counted in, not who gets it: 面积500平方米以内的部分.
        if (OfPart.IsMatch(right[Math.Min(right.Length, tail.Length)..]))
            return null;
        // 占营业收入比例不低于4%、且研发费用较前一年度增长10%以上: the second is of its own words.
        if (number.IsRate && text.Plain[Math.Max(Joint(from, number.Span.Start), number.Span.Start - left.Length)..number.Span.Start] is var own && own.Length < left.Length
            && Growth.IsMatch(own) && !Share.IsMatch(own) && (Rd.IsMatch(own) || Income.IsMatch(own)))
            left = own;
        if (KindOf(number, left, text.Plain[Math.Max(span.Start, number.Span.Start - LongestLook)..number.Span.Start], right) is not { } kind)
            return null;
        var op = Of(Operator.Match(left), tail, left);
        if (op == ConditionOperator.None && Since.Match(left) is { Success: true } since && Within.Match(right) is { Success: true } within)
            return new(0, kind, new(number.Span.Start - left.Length + since.Index, number.Span.End + within.Length), ConditionOperator.AtMost, number.Value, number.Unit);
        if (op == ConditionOperator.None)
        {
            if (kind is not (ConditionKind.RdSpending or ConditionKind.Revenue or ConditionKind.IntellectualProperty or ConditionKind.RdShare or ConditionKind.Age or ConditionKind.Staff or ConditionKind.RdStaffShare))
                return null;
            if (kind is ConditionKind.IntellectualProperty && number.Range == NumberRange.None && !left.AsSpan().ContainsAny("有获授"))
                return null;
        }
        return new(0, kind, new(Math.Max(StartOf(number, left, kind), Joint(from, number.Span.Start)), EndOf(number, tail, right, kind)), op, number.Value, number.Unit);
    }

    // 不足50万元的企业不适用本条: asks for 50万元 at least.
    private bool IsExcluded(TextSpan span, int at)
    {
        var behind = text.Plain[at..Math.Min(span.End, at + LongestLook)];
        var stop = behind.AsSpan().IndexOfAny(";。\n");
        return Excludes.IsMatch(stop >= 0 ? behind[..stop] : behind);
    }

    /// <summary>What is asked where that is what isn't supported.</summary>
    public static ConditionOperator Inverse(ConditionOperator op) => op switch
    {
        ConditionOperator.In => ConditionOperator.NotIn,
        ConditionOperator.NotIn => ConditionOperator.In,
        ConditionOperator.AtLeast => ConditionOperator.LessThan,
        ConditionOperator.MoreThan => ConditionOperator.AtMost,
        ConditionOperator.AtMost => ConditionOperator.MoreThan,
        ConditionOperator.LessThan => ConditionOperator.AtLeast,
        _ => op,
    };

    // 研发费用达到500万元以上且占…: the second condition begins behind the first.
    private int Joint(int from, int to)
    {
        while (from < to && text.Plain[from] is '对' or '且' or '并' or '或' or '和' or '及' or ',' or '、' or '者' or '的' or ';' or '。')
            from++;
        return Math.Min(from, to);
    }

    private static ConditionKind? KindOf(Magnitude number, string left, string before, string right)
    {
        if (number.IsRate)
            return SubjectGrows.IsMatch(left) && GrownBefore(before[..Math.Max(0, before.Length - left.Length)]) is { } grown ? grown : KindOfRate(Subject.IsMatch(left) ? before : left);
        if (number.IsTime)
            return Founded.IsMatch(left) ? ConditionKind.Age : Lasts(left, right) || (Term.IsMatch(left) && Operator.IsMatch(left)) || (Since.IsMatch(left) && Within.IsMatch(right)) ? ConditionKind.Other : null;
        if (Quantities.Before.Match(left) is { Success: true } quantity)
            return Staff.IsMatch(quantity.Groups["core"].Value) && number.IsMoney ? null : Quantities.KindOf(quantity.Groups["core"].Value);
        if (number.Unit is "人" or "名" or "FTE" or "人年")
            return Staff.IsMatch(left) || Staff.IsMatch(right) ? ConditionKind.Staff : null;
        var object_ = right[..(right.AsSpan().IndexOfAny(ClauseStops) is >= 0 and var stop ? stop : right.Length)];
        if (number.Kind == UnitKind.Count && (Property.IsMatch(left) || Property.IsMatch(object_)))
            return ConditionKind.IntellectualProperty;
        if (number.IsMoney && Rd.IsMatch(left) && Operator.IsMatch(left))
            return ConditionKind.RdSpending;
        return Operator.IsMatch(left) || right.StartsWith("以上", StringComparison.Ordinal) || right.StartsWith("(含)以上", StringComparison.Ordinal) ? ConditionKind.Other : null;
    }

    // 投资期满2年, 签订三年以上劳动合同; how long support lasts is no demand.
    private static bool Lasts(string left, string right) =>
        (Full.IsMatch(left) || Longer.IsMatch(right)) && !Support.IsMatch(left);

    private static ConditionKind? KindOfRate(string left)
    {
        if (Share.IsMatch(left))
            return Staff.IsMatch(left) && (Rd.IsMatch(left) || left.Contains("科技人员", StringComparison.Ordinal)) ? ConditionKind.RdStaffShare : Rd.IsMatch(left) ? ConditionKind.RdShare : ConditionKind.Other;
        if (Growth.IsMatch(left))
            return Rd.IsMatch(left) ? ConditionKind.RdGrowth : Income.IsMatch(left) ? ConditionKind.Revenue : ConditionKind.Other;
        return Operator.IsMatch(left) ? ConditionKind.Other : null;
    }

    // 研发费用占营业收入3%以上，且同比增长10%以上: what the clause before speaks of first.
    private static ConditionKind? GrownBefore(string before)
    {
        var clause = before.TrimEnd(',', ' ');
        var first = Grown.Match(clause[(clause.AsSpan().LastIndexOfAny(ClauseStops) + 1)..]);
        return !first.Success ? null : first.Groups["rd"].Success ? ConditionKind.RdGrowth : ConditionKind.Revenue;
    }

    private static ConditionOperator Of(Match before, Match behind, string left)
    {
        var bound = behind.Groups["bound"].Value;
        var includes = behind.Groups["includes"].Value;
        if (bound is "以上" or "及以上" or "及其以上")
            return includes == "不含" ? ConditionOperator.MoreThan : ConditionOperator.AtLeast;
        if (bound is "以下" or "以内" or "及以下" or "之内")
            return includes == "不含" ? ConditionOperator.LessThan : ConditionOperator.AtMost;
        return before.Groups["op"].Value switch
        {
            "达到" or "达" or "不低于" or "不少于" or "不得低于" or "不得少于" or "不小于" or "不短于" or "≥" or "满" or "至少" or "最低" => ConditionOperator.AtLeast,
            "超过" or "突破" or "高于" or "大于" or "多于" or ">" => ConditionOperator.MoreThan,
            "不超过" or "未超过" or "不高于" or "不得超过" or "不大于" or "不长于" or "≤" => ConditionOperator.AtMost,
            "低于" or "少于" or "不足" or "小于" or "<" or "未满" or "不满" => ConditionOperator.LessThan,
            _ => ConditionOperator.None,
        };
    }

    // From the words of what is measured, or from the clause's beginning where they are one.
    private static int StartOf(Magnitude number, string left, ConditionKind kind)
    {
        if (kind is not (ConditionKind.RdShare or ConditionKind.RdGrowth or ConditionKind.RdStaffShare or ConditionKind.Age) && Quantities.Before.Match(left) is { Success: true } quantity)
            return number.Span.Start - left.Length + (kind == ConditionKind.Other ? WithLead(left, WithAside(left, quantity.Index)) : WithAside(left, quantity.Index));
        var form = kind switch { ConditionKind.Age => Founded, ConditionKind.RdStaffShare => MeasureStarts.Staff, ConditionKind.RdShare or ConditionKind.RdGrowth => MeasureStarts.Rd, ConditionKind.IntellectualProperty => MeasureStarts.Property, _ => Operator };
        // Of a quantity of no known name all words before it belong to it: 购置总额达到.
        if (form == Operator)
            return number.Span.Start - left.Length + (Part.Match(left) is { Success: true } part && part.Length < left.Length ? part.Length : 0);
        return form.Match(left) is { Success: true } match ? number.Span.Start - left.Length + match.Index
            : SubjectGrows.IsMatch(left) ? number.Span.Start - left.Length : number.Span.Start;
    }

    // 设备（含软件）投资额: the words before the aside belong to what is measured.
    private static int WithAside(string left, int start)
    {
        var open = start > 0 && left[start - 1] == ')' ? left.LastIndexOf('(', start - 1) : -1;
        if (open < 0)
            return start;
        while (open > 0 && left[open - 1] is not ('、' or '的' or '且' or ' '))
            open--;
        return open;
    }

    // 软硬件投入: the few words before a quantity of a common name are part of it.
    private static int WithLead(string left, int start)
    {
        var from = start;
        while (from > 0 && start - from <= LongestLead && !Joints.Contains(left[from - 1]))
            from--;
        return start - from <= LongestLead ? from : start;
    }

    private static int EndOf(Magnitude number, Match tail, string right, ConditionKind kind)
    {
        var end = number.Span.End + tail.Length;
        return kind == ConditionKind.IntellectualProperty && Property.Match(right) is { Success: true } property && right.AsSpan().IndexOfAny(Joins) is var stop && (stop < 0 || property.Index < stop)
            ? Math.Max(end, number.Span.End + property.Index + property.Length)
            : end;
    }

    private string Left(TextSpan span, int at)
    {
        var left = text.Plain[Math.Max(span.Start, at - LongestLook)..at];
        return left[(left.AsSpan().LastIndexOfAny(ClauseStops) + 1)..];
    }

    /// <summary>Where the words of what is measured begin.</summary>
    private static class MeasureStarts
    {
        public static readonly Regex Rd = MeasureWords.Form("(?:上|近|年|当)?[一二两三]?年?度?(?:企业)?(?:研发|研究开发|研究与试验|R&D|科研|科技投入|科技活动)");
        public static readonly Regex Staff = MeasureWords.Form("(?:科技|研发|科研|R&D|专职|从事|技术)[^,;。]{0,12}人员|人员");
        public static readonly Regex Property = MeasureWords.Form("(?:拥有|获得|取得|授权|具有|新增|有效|自主|具备)|专利|知识产权");
    }
}
