using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells which numbers of a stretch are given to an applicant, and in what way.</summary>
internal sealed class GivenAmounts(PolicyText text)
{
    private const int LongestLook = 90;

    private static readonly char[] Breaks = [',', ';', '。', ':', '\n', '|', '('];
    private static readonly Regex Rated = MeasureWords.Form("(?:按照?|以(?!上|下|内)|参照|给予|予以|补助|补贴|奖励|资助|承担|支持|享受|不超过|不高于|最高|贴息|配套|可抵扣|抵扣|提供)(?:其|企业|单位|项目|不超过|最高|不高于|该)*(?<base>[^,;。:]{2,60}?)(?:的|×)?(?:最高)?(?:不超过|不高于|上浮|至多|最高)?(?:给予|予以|补助)?$");
    private static readonly Regex Shared = MeasureWords.Form("(?:占|比重|比例|占比|增长|增幅|增速|增长率|强度|股比|持股|股权|毛利率|合格率|出资比例|增加|提高|入驻率|覆盖率|资产负债率|负债率|完成率|使用率|达标率|提升|下降|降低)(?!额|部分|值|量)[^,;。]{0,16}$");
    private static readonly Regex Ratio = MeasureWords.Form(@"1\s?[:∶]\s?(?<part>\d(?:\.\d+)?)(?!\d)[^,;。]{0,8}(?:比例|配套|给予|予以|的)");
    private static readonly Regex Whole = MeasureWords.Form("(?:给予|予以|按照?|实行)[^,;。]{0,12}(?<whole>全额)(?:补助|补贴|资助|奖励|报销|承担|减免|贴息|支持|给予)|(?<whole>全额)(?:给予)?(?:补助|补贴|资助|贴息|报销)");
    private static readonly Regex EachBefore = MeasureWords.Form("每(?:获|新|引|培|认|增|成功|促成|完成)[^,;。]{2,24},[^,;。]{0,16}$");
    private static readonly Regex LimitsSupport = MeasureWords.Form("(?:补贴|补助|支持|资助|贴息|免租|^)面积");
    private static readonly Regex Raised = MeasureWords.Form("(?:补助|补贴|奖励|资助|支持|贴息|配套|比例|标准|额度|上限)[^,;。]{0,8}(?:提高|上浮|放宽|调整|增加|提升)(?:至|到|为)$");
    private static readonly Regex GrantRate = MeasureWords.Form("(?:补助|补贴|奖励|资助|支持|贴息|配套|抵扣|兑付|补偿|后补助)(?:的)?(?:比例|标准|额度)(?:统一)?(?:为|是|按|最高|不超过)*$");
    // 财政资助比例不高于项目总投入的30%.
    private static readonly Regex GrantRateOf = MeasureWords.Form("(?:补助|补贴|奖励|资助|支持|贴息|配套|补偿)(?:的)?比例(?:原则上)?(?:不高于|不超过|不得超过|不得高于|最高|为|按)(?:其|企业|单位|项目)?[^,;。:]{2,30}?的$");
    private static readonly Regex Changed = MeasureWords.Form("(?:提高|上浮|增加|提升|下降|降低|增长|上调|下调|减少|下浮)[^,;。]{0,8}$");
    // 每年抵扣额度20万元: what may be used up at most.
    private static readonly Regex Allowance = MeasureWords.Form("(?:抵扣|使用|申领|领取|授信|担保|贷款|兑付|投资)(?:的)?(?:总)?额度(?:为|是)?$|限额(?:为|是)?$|(?:每年|年度|单户|单个企业|每家企业?)[^,;。]{0,10}额度(?:为|是)?$");
    // 可获得最高1000万元的科技成果转化贷款: what is had up to that sum.
    private static readonly Regex Lent = MeasureWords.Form("^的[^,;。的]{0,14}?(?:贷款|授信|融资|信贷|创新券|周转|担保|投资|补助|奖励|补贴|资助)");
    // 每家奖励运营单位5万元: counted are others than who receives it.
    private static readonly Regex EachOfOthers = MeasureWords.Form("每[家户个名](?:再|另|分别)?(?:给予|奖励|补助|资助|补贴)[^,;。0-9]{2,10}?(?:单位|机构|企业|载体|平台|主体|园区|孵化器|中心|公司)(?:一次性)?$");
    // 单价最高每平方米每月15元.
    private static readonly Regex CappedPer = MeasureWords.Form("(?:最高|不超过|上限)(?:标准)?(?:为)?每(?:平方米|平米|人|月|年|家|户|件|项|[^,;。:0-9]{0,4}月)*$");
    // 200平方米以内部分按租金的50%.
    private static readonly Regex PartOf = MeasureWords.Form("^(?:\\(含\\))?(?:及?以内|及?以下|之内)(?:\\(含\\))?的?部分");
    private static readonly Regex AlsoGiven = MeasureWords.Form("^、\\d");
    private static readonly Regex PieceUnit = MeasureWords.Form("元/(?<piece>[^/·家户年月]+)$");
    private static readonly Regex Reduced = MeasureWords.Form("减按$|税率(?:为)?$");

    /// <summary>The amounts of a stretch in reading order, their branches and tiers still open.</summary>
    /// <param name="isStandard">The stretch stands where amounts are expected (a table's standard, an item below 按以下标准给予奖励): a bare sum is given.</param>
    public ImmutableArray<MeasureAmount> Read(TextSpan span, bool isStandard)
    {
        var found = ImmutableArray.CreateBuilder<MeasureAmount>();
        var numbers = Magnitude.In(text, span);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (Read(span, numbers, i, found, isStandard) is { } amount)
                found.Add(amount);
        }
        AddWritten(span, found);
        return [.. found.OrderBy(a => a.Span.Start)];
    }

    private MeasureAmount? Read(TextSpan span, ImmutableArray<Magnitude> numbers, int i, ImmutableArray<MeasureAmount>.Builder found, bool isStandard)
    {
        var number = numbers[i];
        var left = Left(span, number.Span.Start);
        if (number is { IsMoney: false, IsRate: false, IsPoints: false })
            return IsLimitOfPieces(number, left, span, isStandard || found.Count > 0) ? Compose(span, number, AmountKind.Ceiling, left, "") : null;
        var right = text.Plain[number.Span.End..Math.Min(span.End, number.Span.End + LongestLook)];
        // 50万元、30万元、20万元 and 5-10万元: what holds for the first holds for all.
        if (i > 0 && found.Count > 0 && found[^1].Span.End == numbers[i - 1].Span.End && IsChained(numbers[i - 1], number))
            return found[^1] with { Value = number.Value, Unit = number.Unit, Span = number.Span, Kind = number.Range == NumberRange.To ? AmountKind.Ceiling : found[^1].Kind };
        var kind = number.IsMoney ? KindOfMoney(left, right, isStandard) : number.IsPoints && Changed.IsMatch(left) ? null : KindOfRate(left, right, isStandard);
        if (kind is not { } given)
            return null;
        if (given == AmountKind.Fixed && (EachOfOthers.IsMatch(left) || PieceUnit.IsMatch(number.Unit) || EachBefore.IsMatch(text.Plain[Math.Max(span.Start, number.Span.Start - LongestLook)..number.Span.Start])))
            given = AmountKind.PerPiece;
        if (number.Range == NumberRange.From && given == AmountKind.Fixed)
            given = AmountKind.Floor;
        return Compose(span, number, given, left, right);
    }

    private bool IsChained(Magnitude before, Magnitude number)
    {
        var gap = number.Span.Start - before.Span.End;
        return before.Kind == number.Kind && (gap == 0 || (gap == 1 && text.Plain[before.Span.End] is '、' or '—' or '至' or '到' or '和' or '及' or '或' or '/'));
    }

    private static AmountKind? KindOfMoney(string left, string right, bool isStandard)
    {
        if (AmountWords.Total.IsMatch(left))
            return null;
        if (AmountWords.LimitsEach.IsMatch(left) && !AmountWords.Threshold.IsMatch(right))
            return AmountKind.Ceiling;
        var given = AmountWords.Given.IsMatch(right);
        var isAsked = AmountWords.Threshold.IsMatch(right) && !(AlsoGiven.IsMatch(right) && AmountWords.Per.IsMatch(left));
        if (Quantities.Before.Match(left) is { Success: true } quantity && !(given && !isAsked) && !IsGrantNoun(left, quantity))
            return null;
        if (Raised.IsMatch(left))
            return left.Contains("最高", StringComparison.Ordinal) || left.Contains("上限", StringComparison.Ordinal) ? AmountKind.Ceiling : AmountKind.Fixed;
        if (Allowance.IsMatch(left) && !isAsked)
            return AmountKind.Ceiling;
        if (CappedPer.IsMatch(left) && !isAsked)
            return AmountKind.Ceiling;
        if (AmountWords.Floor.IsMatch(left))
            return given || AmountWords.Give.IsMatch(left) ? AmountKind.Floor : null;
        if (AmountWords.Cap.IsMatch(left))
            return isAsked && right[0] != '、' && !given && !AmountWords.GiveSurely.IsMatch(left) && !Lent.IsMatch(right) ? null : AmountKind.Ceiling;
        if (AmountWords.Capped.IsMatch(right) && (given || isStandard || AmountWords.Give.IsMatch(left) || right.StartsWith("封顶", StringComparison.Ordinal) || right.StartsWith('为')))
            return AmountKind.Ceiling;
        if (isAsked && !AmountWords.GiveSurely.IsMatch(left) && !given)
            return null;
        if (AmountWords.GiveSurely.IsMatch(left) || given || (AmountWords.Give.IsMatch(left) && !isAsked))
            return IsPerPiece(left) ? AmountKind.PerPiece : AmountKind.Fixed;
        if (AmountWords.Per.IsMatch(left) && !isAsked)
            return IsPerPiece(left) ? AmountKind.PerPiece : isStandard ? AmountKind.Fixed : null;
        return isStandard && !isAsked && !AmountWords.Threshold.IsMatch(right) ? AmountKind.Fixed : null;
    }

    // 每家 and 每年 say to whom and how often; a piece is something one applicant has several of.
    private static bool IsPerPiece(string left) =>
        AmountWords.Per.Match(left) is { Success: true } per && (per.Groups["per"].Value is not ("家" or "户" or "年") || per.Groups["done"].Success);

    // 补助资金最高不超过: what is capped is what is given.
    private static bool IsGrantNoun(string left, Match quantity) =>
        AmountWords.Cap.IsMatch(left) && quantity.Groups["core"].Value is "投入" or "担保金额" or "贷款额" or "贷款金额" or "保险金额" or "融资额" or "单笔贷款" && !left.Contains('对', StringComparison.Ordinal);

    private static AmountKind? KindOfRate(string left, string right, bool isStandard)
    {
        var behind = AmountWords.GivenBehind.IsMatch(right) || AmountWords.Given.IsMatch(right) || AmountWords.Capped.IsMatch(right);
        var isShared = Shared.Match(left) is { Success: true } share && !Rated.IsMatch(left[..share.Index] + "的");
        if (Raised.IsMatch(left) || GrantRate.IsMatch(left) || GrantRateOf.IsMatch(left))
            return AmountKind.Rate;
        if (isShared && !(behind && Rated.IsMatch(left)))
            return null;
        if (behind || Reduced.IsMatch(left))
            return AmountKind.Rate;
        if (Rated.IsMatch(left) && !AmountWords.Bound.IsMatch(right))
            return AmountKind.Rate;
        if (AmountWords.GiveSurely.IsMatch(left) && !AmountWords.Threshold.IsMatch(right))
            return AmountKind.Rate;
        return isStandard && !isShared && !AmountWords.Threshold.IsMatch(right) ? AmountKind.Rate : null;
    }

    // 每家企业不超过2人, 补贴面积不超过3000平方米: how many pieces or how much room is supported at most.
    private bool IsLimitOfPieces(Magnitude number, string left, TextSpan span, bool isBehind) =>
        (number.Kind is UnitKind.Amount && !number.IsTime && PartOf.IsMatch(text.Plain[number.Span.End..span.End])) || number.Kind is UnitKind.Count or UnitKind.Amount && !number.IsTime && AmountWords.Cap.IsMatch(left) && (LimitsSupport.IsMatch(left) || !Quantities.Measured.IsMatch(left))
        && !AmountWords.Bound.IsMatch(text.Plain[number.Span.End..span.End]) && (isBehind || left.Contains("使用", StringComparison.Ordinal) || AmountWords.Quantifier.IsMatch(left));

    private MeasureAmount Compose(TextSpan span, Magnitude number, AmountKind kind, string left, string right)
    {
        var start = number.Span.Start;
        var words = kind switch
        {
            AmountKind.Ceiling => AmountWords.Cap.Match(left),
            AmountKind.Floor => AmountWords.Floor.Match(left),
            AmountKind.PerPiece => AmountWords.Per.Match(left),
            _ => Match.Empty,
        };
        var at = words.Success ? start - (left.Length - words.Index) : start;
        var clause = left[(left.LastIndexOfAny([',', ';', '。', ':']) + 1)..];
        var near = clause + "　" + right[..Math.Max(0, right.IndexOfAny([',', ';', '。']) is >= 0 and var stop ? stop : right.Length)];
        return new MeasureAmount(
            0, kind, number.Value, number.Unit, new(at, number.Span.End),
            kind == AmountKind.Rate ? new AmountBaseReader(text).Read(span, start) : null,
            null,
            PerOf(start, clause) ?? PieceOf(number),
            AmountWords.Once.IsMatch(near) ? Recurrence.Once : AmountWords.EachYear.IsMatch(near) || number.Unit.EndsWith("/年", StringComparison.Ordinal) ? Recurrence.Yearly : null,
            YearsIn(span, start));
    }

    // 50万元/项.
    private Wording? PieceOf(Magnitude number) =>
        PieceUnit.Match(number.Unit) is { Success: true } unit ? text.Words(new(number.Span.End - unit.Groups["piece"].Length, number.Span.End)) : null;

    private Wording? PerOf(int start, string clause)
    {
        var quantifier = AmountWords.Quantifier.Match(clause);
        var per = AmountWords.Per.Match(clause);
        if (!quantifier.Success && !per.Success)
            return null;
        var end = quantifier.Success ? quantifier.Index + quantifier.Length : per.Groups["per"].Index + per.Groups["per"].Length;
        return text.Words(new TextSpan(quantifier.Success ? quantifier.Index : per.Index, end).Shift(start - clause.Length));
    }

    // The sentence's own: 连续三年给予…, …，最长不超过3年.
    private int? YearsIn(TextSpan span, int at)
    {
        var from = text.Plain.LastIndexOfAny([';', '。', '\n'], at - 1, at - span.Start) + 1;
        var to = text.Plain.AsSpan(at, span.End - at).IndexOfAny(";。\n") is >= 0 and var stop ? at + stop : span.End;
        return AmountWords.Years.Match(text.Plain[Math.Max(from, span.Start)..to]) is { Success: true } match && AmountWords.YearsOf(match) is > 0 and var years ? years : null;
    }

    private string Left(TextSpan span, int at)
    {
        var from = Math.Max(span.Start, at - LongestLook);
        var left = text.Plain[from..at];
        var cut = left.LastIndexOfAny([';', '。', '\n', '|']);
        left = left[(cut + 1)..];
        // An aside that closed before the number belongs to the clause.
        for (var comma = left.Length - 1; comma >= 0; comma--)
            if (Array.IndexOf(Breaks, left[comma]) >= 0 && !(left[comma] == '(' && left.IndexOf(')', comma) >= 0))
                return left[(comma + 1)..] is { Length: > 0 } clause ? clause : left[comma] == ',' ? left : "";
        return left;
    }

    private void AddWritten(TextSpan span, ImmutableArray<MeasureAmount>.Builder found)
    {
        var plain = text.PlainOf(span);
        foreach (Match match in Ratio.Matches(plain))
            Add(match.Groups["part"], decimal.Parse(match.Groups["part"].Value, System.Globalization.CultureInfo.InvariantCulture) * 100, match.Index);
        foreach (Match match in Whole.Matches(plain))
            Add(match.Groups["whole"], 100, match.Groups["whole"].Index);

        void Add(Group group, decimal percent, int start)
        {
            var at = new TextSpan(start, group.Index + group.Length).Shift(span.Start);
            if (!found.Any(a => a.Span.Overlaps(at)))
                found.Add(new(0, AmountKind.Rate, percent, "%", at, new AmountBaseReader(text).Read(span, at.Start)));
        }
    }
}
