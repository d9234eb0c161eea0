using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>What was told of the quantities that rates and scales are taken of.</summary>
internal sealed partial class ToldBases(MatchVocabulary vocabulary, FoundMeasure measure, EnterpriseProfile profile, DateOnly today)
{
    private const int LookBack = 4;
    private const int LookFar = 40;

    private readonly ProfileNumbers _numbers = new(profile, today);

    public readonly record struct Base(ToldQuantity? Told, MissingFact? Missing);

    /// <summary>The told base of a rate; for one that isn't among the known kinds, by its words.</summary>
    public Base Of(AmountBase amountBase)
    {
        if (IsPart(amountBase) || IsOfBenchmark(amountBase))
            return default;
        var quantities = QuantitiesOf(amountBase);
        foreach (var quantity in quantities)
        {
            if (_numbers.One(quantity, amountBase.Words.Text, quantity == ProfileQuantity.ServiceSpending ? t => IsBought(t, amountBase.Words.Text) : null) is { } told)
                return new(told, null);
        }

        return new(null, quantities.IsEmpty ? null : MissingFact.Of(quantities[0]));
    }

    /// <summary>R&amp;D spending of a year and the one before; where the year asked for is not told, of the latest two told.</summary>
    public (ToldQuantity? Now, ToldQuantity? Before, MissingFact? Missing) Increment(AmountBase amountBase)
    {
        // 成交额较上年增加的部分: another increase than that of R&D spending.
        if (IsPart(amountBase) || !OfRd().IsMatch(measure.OwnWords()))
            return default;
        var (now, before) = _numbers.RdPair(amountBase.Words.Text);
        if (now is not null && before is not null)
            return (now, before, null);
        if (_numbers.LatestRdPair() is { } pair)
            return (pair.Now, pair.Before, null);
        return (null, null, MissingFact.Of(ProfileQuantity.RdSpending, now?.Year is { } year ? year - 1 : null));
    }

    /// <summary>How many of the pieces that a sum is given for were told.</summary>
    public Base Pieces(string per)
    {
        var kinds = vocabulary.Quantities.FindIn(TextFolding.Fold(per)).SelectMany(f => f.Value).Where(IsPieces).ToList();
        if (kinds.Count == 0)
            kinds = [.. measure.Measure.Conditions.Where(c => c.Kind == ConditionKind.IntellectualProperty).SelectMany(c => c.Words).Select(ProfileNumbers.KindOf).OfType<ProfileQuantity>()];
        if (kinds.Count == 0)
            kinds = [.. vocabulary.Quantities.FindIn(TextFolding.Fold(measure.Measure.Name)).SelectMany(f => f.Value).Where(IsPieces)];
        if (kinds.Count == 0)
            return default;
        return _numbers.One(kinds[0], "") is { } told ? new(told, null) : new(null, MissingFact.Of(kinds[0]));
    }

    /// <summary>每平方米每月6元, 境外发明专利每件4万元: what was told (space, patents) is not what it counts.</summary>
    public bool IsOfAnotherCount(MeasureAmount amount, ProfileQuantity told)
    {
        var before = measure.Before(amount.Span, LookFar);
        var clause = before[(before.LastIndexOfAny(['。', '；', ';', '|', '，', ',']) + 1)..] + measure.WordsAt(amount.Span) + amount.Per?.Text;
        return Monthly().IsMatch(clause + amount.Unit) || (told is ProfileQuantity.InventionPatents or ProfileQuantity.Patents && Abroad().IsMatch(clause) && !Home().IsMatch(clause));
    }

    /// <summary>每新增1 FTE: what is counted is how many there are more than before.</summary>
    public static bool CountsMore(string per) => Added().IsMatch(per);

    /// <summary>The base of a rate: as written, else, where a scale is said to be by it (按研发费用分档), the quantity that the scale measures.</summary>
    public AmountBase? BaseOf(MeasureAmount amount)
    {
        if (amount.Base is { } written || amount.Tier is not { Quantity: { } quantity } tier || !Yuan.IsMoney(tier.Unit))
            return amount.Base;
        var name = NumberWords().Replace(quantity.Text, "");
        var of = tier.Of switch
        {
            ConditionKind.RdSpending => AmountBaseKind.RdSpending,
            ConditionKind.Revenue => AmountBaseKind.Revenue,
            null or ConditionKind.Other when Paid().IsMatch(name) => AmountBaseKind.AmountPaid,
            _ => AmountBaseKind.Other,
        };
        return of != AmountBaseKind.Other && name.Length > 1 && Regex.IsMatch(measure.OwnWords(), "(?:按照?|根据)[^，。；]{0,8}" + Regex.Escape(name)) ? new AmountBase(of, quantity) : null;
    }

    /// <summary>The told quantity that a scale measures; its kind, else its words say which.</summary>
    public Base Measured(AmountTier tier, AmountBase? amountBase)
    {
        ProfileQuantity? known = tier.Of switch
        {
            ConditionKind.RdSpending => ProfileQuantity.RdSpending,
            ConditionKind.Revenue => ProfileQuantity.Revenue,
            ConditionKind.Staff => ProfileQuantity.Staff,
            _ => null,
        };
        var clause = tier.Quantity?.Text ?? "";
        if (known is { } quantity)
            return One(quantity, clause);
        if (tier.Of is ConditionKind.RdShare or ConditionKind.RdGrowth or ConditionKind.RdStaffShare)
            return Share(tier.Of.Value, clause);
        if (ByWords(clause, Yuan.IsMoney(tier.Unit)) is [var named, ..])
            return One(named, clause);
        return amountBase is { } of && Yuan.IsMoney(tier.Unit) ? Of(of) : default;
    }

    private Base One(ProfileQuantity quantity, string clause) =>
        _numbers.One(quantity, clause) is { } told ? new(told, null) : new(null, MissingFact.Of(quantity));

    private Base Share(ConditionKind kind, string clause)
    {
        var (found, of) = kind switch
        {
            ConditionKind.RdShare => (_numbers.RdShare(clause), ProfileQuantity.RdShare),
            ConditionKind.RdGrowth => (_numbers.RdGrowth(clause), ProfileQuantity.RdGrowth),
            _ => (_numbers.RdStaffShare(), ProfileQuantity.RdStaffShare),
        };
        return found.Value is { } value ? new(new ToldQuantity(of, null, value, found.IsAbout) { Reckoned = found.Told is { Chinese: var how } && how.Contains('=', StringComparison.Ordinal) ? how : "" }, null) : new(null, found.Missing);
    }

    // 项目研发总投入, 非财政经费支持的研发支出, 新产品销售收入: what a firm spends or sells in all is more than that, and was not asked for.
    private bool IsPart(AmountBase amountBase)
    {
        var words = measure.Before(amountBase.Words.Span, LookBack) + amountBase.Words.Text;
        if (OfOthers.Are(words))
            return true;
        return amountBase.Kind switch
        {
            // What is leased isn't bought.
            AmountBaseKind.EquipmentInvestment => Leased().IsMatch(amountBase.Words.Text),
            AmountBaseKind.RdSpending or AmountBaseKind.RdIncrement => PartOfRd().IsMatch(words[(words.LastIndexOfAny(['，', '、', '；', '。', ',', '：', '的']) + 1)..]) || PartOfRd().IsMatch(amountBase.Words.Text),
            AmountBaseKind.Revenue => PartOfRevenue().IsMatch(amountBase.Words.Text) || (amountBase.Words.Text.Contains("销售额", StringComparison.Ordinal) && OneProduct().IsMatch(measure.OwnWords())),
            _ => false,
        };
    }

    // LPR的50%: a rate of a rate; the interest that was paid is something else.
    private static bool IsOfBenchmark(AmountBase amountBase) =>
        amountBase.Kind == AmountBaseKind.LoanInterest && Benchmark().IsMatch(amountBase.Words.Text);

    // What is bought may be told by what it is (检测费18万) or as money spent on services.
    private ImmutableArray<ProfileQuantity> QuantitiesOf(AmountBase amountBase) => amountBase.Kind switch
    {
        AmountBaseKind.RdSpending => [ProfileQuantity.RdSpending],
        AmountBaseKind.LoanInterest => [ProfileQuantity.LoanInterest],
        AmountBaseKind.LoanPrincipal => [ProfileQuantity.LoanPrincipal],
        AmountBaseKind.Rent => [ProfileQuantity.Rent],
        // What was paid of a contract, not what it is over.
        AmountBaseKind.ContractValue => Paid().IsMatch(amountBase.Words.Text) ? [ProfileQuantity.ServiceSpending] : [ProfileQuantity.ContractValue],
        AmountBaseKind.EquipmentInvestment => [ProfileQuantity.EquipmentInvestment],
        AmountBaseKind.ProjectInvestment => [ProfileQuantity.ProjectInvestment],
        AmountBaseKind.Premium => [ProfileQuantity.Premium],
        AmountBaseKind.HigherGrant => [ProfileQuantity.HigherGrant],
        AmountBaseKind.Revenue => [ProfileQuantity.Revenue],
        AmountBaseKind.EquityInvestment => [ProfileQuantity.Financing],
        AmountBaseKind.Tax => [ProfileQuantity.Tax],
        AmountBaseKind.Loss => [ProfileQuantity.Loss],
        AmountBaseKind.Fee => ByWords(amountBase.Words.Text, isMoney: true) is { IsEmpty: false } named ? named : [ProfileQuantity.Fee],
        AmountBaseKind.AmountPaid => [.. ByWords(amountBase.Words.Text, isMoney: true).Remove(ProfileQuantity.ContractValue).Remove(ProfileQuantity.ServiceSpending), ProfileQuantity.ServiceSpending],
        _ => ByWords(amountBase.Words.Text, isMoney: true),
    };

    // The last word names the thing (上年度销售收入…的设备投资), those before it what it belongs to.
    private ImmutableArray<ProfileQuantity> ByWords(string words, bool isMoney) =>
        [.. vocabulary.Quantities.FindIn(TextFolding.Fold(words)).Reverse().SelectMany(f => f.Value)
            .Where(q => isMoney ? new ToldQuantity(q, null, 0).IsMoney : !new ToldQuantity(q, null, 0).IsMoney).Distinct()];

    // What was bought must be what the measure speaks of; 已付 and 服务费 may be for anything, so the measure's own conditions decide.
    // A fee for one thing (认证费用) is none of what was paid for anything.
    private bool IsBought(ToldQuantity told, string of)
    {
        var thing = told.Words.TrimEnd('用', '费');
        return (Anything().IsMatch(told.Words) && AnyPayment().IsMatch(of)) || (thing.Length > 1 && TextFolding.Fold(measure.OwnWords()).Contains(thing, StringComparison.Ordinal));
    }

    [GeneratedRegex("^(?:已付|已支付|实付|付了|付给|实际支付|支付|(?:购买)?(?:技术|科技)?服务费?|services)?$")]
    private static partial Regex Anything();

    [GeneratedRegex("项目|课题|平台|中心|机构|实验室|站点?|非财政|自筹|自有|财政|委托|外包|境外|合作|合同|联合|各方|成员|设备|人员|工资|薪|材料|基础研究|单个|每个")]
    private static partial Regex PartOfRd();

    [GeneratedRegex("首台|首批|首版|产品|药品|新药|器械|软件")]
    private static partial Regex OneProduct();

    [GeneratedRegex("研发|研究开发|R&D|加计扣除")]
    private static partial Regex OfRd();

    [GeneratedRegex("每个?月|/月|月均")]
    private static partial Regex Monthly();

    [GeneratedRegex("境外|国外|海外|国际|PCT|美国|欧盟|欧洲|日本|韩国")]
    private static partial Regex Abroad();

    [GeneratedRegex("境内|国内")]
    private static partial Regex Home();

    [GeneratedRegex("[0-9.]+.*$|^(?:上?年度|上一年度|当年)")]
    private static partial Regex NumberWords();

    [GeneratedRegex("新增|增加|净增")]
    private static partial Regex Added();

    [GeneratedRegex("新产品|新品|产品|对外|服务|出口|首台|转化|该|技术性|项目")]
    private static partial Regex PartOfRevenue();

    [GeneratedRegex("LPR|lpr|报价利率|基准利率|市场利率|同期利率")]
    private static partial Regex Benchmark();

    [GeneratedRegex("支付|支出|实付|付款|发生|合同|服务|交易|投入|实际")]
    private static partial Regex AnyPayment();

    [GeneratedRegex("支付|支出|实付|付款|发生|到款|到账")]
    private static partial Regex Paid();

    [GeneratedRegex("租")]
    private static partial Regex Leased();

    private static bool IsPieces(ProfileQuantity quantity) =>
        quantity is >= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks or ProfileQuantity.Area or ProfileQuantity.RdFte;
}
