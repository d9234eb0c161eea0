using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>
/// Which side of a contract a measure is for, and which one an enterprise told to be on: who buys technology gets nothing of what is
/// given to those who sell it, nor an insurer of what is given to the insured.
/// </summary>
internal static partial class ContractSide
{
    private enum Side
    {
        Unknown,
        Seller,
        Buyer,
    }

    /// <summary>True where the measure's words name one side and the enterprise told to be on the other alone.</summary>
    /// <param name="words">Who the measure is for, and its own words.</param>
    public static bool IsOther(string words, EnterpriseProfile profile)
    {
        var asked = One(SellingSide().IsMatch(words), BuyingSide().IsMatch(words));
        if (asked == Side.Unknown)
            return false;
        var told = One(profile.Deeds.Any(d => Sells().IsMatch(d)), profile.Deeds.Any(d => Buys().IsMatch(d)));
        return told != Side.Unknown && told != asked;
    }

    private static Side One(bool sells, bool buys) => (sells, buys) switch
    {
        (true, false) => Side.Seller,
        (false, true) => Side.Buyer,
        _ => Side.Unknown,
    };

    [GeneratedRegex("(?:技术|成果|合同)?(?:输出方|卖方|转让方|出让方|受托方)|承保(?:机构|公司|的保险)")]
    private static partial Regex SellingSide();

    [GeneratedRegex("(?:技术|成果|合同)?(?:吸纳方|买方|受让方|引进方|委托方|需求方)|吸纳技术|(?:购买|引进|受让)[^，。；]{0,10}(?:技术成果|科技成果|专利技术|先进技术)|投保(?:企业|单位|人)")]
    private static partial Regex BuyingSide();

    [GeneratedRegex("(?:转让|卖|出售|输出|许可)(?:了|给|出|过)[^,]{0,10}(?:技术|专利|成果)|(?:技术|专利|成果|软件)[^,]{0,6}(?:卖|转让|出售|许可)给|把[^,]{0,12}(?:技术|专利|成果)[^,]{0,6}(?:卖|转让|许可)|受[^,]{1,12}委托|是[^,]{0,4}卖方|承保了?|sold [a-z ]*(?:technology|patent)")]
    private static partial Regex Sells();

    [GeneratedRegex("受让|(?:买|购买|引进|吸纳)了?[^,]{0,10}(?:技术|专利|成果)|委托[^,]{1,14}(?:开发|研发|研究)|是[^,]{0,4}买方|投保|买了?[^,]{0,6}保险|bought [a-z ]*(?:technology|patent)")]
    private static partial Regex Buys();
}
