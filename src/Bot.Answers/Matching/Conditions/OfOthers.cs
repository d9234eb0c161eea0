using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>Tells numbers of others than the enterprise itself: of a consortium, a group, the firms in an incubator.</summary>
internal static partial class OfOthers
{
    /// <summary>True where words of a document ask for, or take a rate of, what others have or spend.</summary>
    public static bool Are(string words) => Others().IsMatch(words);

    /// <summary>True where what is told right before a number is whose it is (集团, 母公司).</summary>
    public static bool AreToldRightBefore(string words) => Told().IsMatch(words);

    // 牵头企业上年度研发费用: the leading firm's own, though a consortium is named.
    [GeneratedRegex("(?:联合体|成员单位|成员企业|各成员|各方|联盟|合作方|参与单位|集团|母公司|子公司|在孵企业|孵化企业|入驻企业|园区企业|被投(?:资)?企业|服务对象|用户单位|交易对方)(?:的|内|合计|共同|全部|所有|上一?年度?|年度|当年|总)*(?:实际|累计)?(?:研发|研究|投入|投资|营业|销售|职工|员工|人员|收入|专利|产值)")]
    private static partial Regex Others();

    [GeneratedRegex("(?:集团|母公司|总公司|子公司|联合体|成员单位|合作方|合作单位|客户|供应商|竞争对手|同行|全行业|投资方|股东|园区)(?:公司|企业|们|整体|合计|总共|一共|20\\d\\d年度?|去年|前年|今年|上年度?|年度?|的|全年|共|每年)*$")]
    private static partial Regex Told();
}
