using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Tells measures for enterprises from those for others (孵化器, 银行, 高校, 个人).</summary>
internal static partial class Applicants
{
    /// <param name="beneficiary">Who a measure is for, as written; null when it isn't: then it may be anybody.</param>
    /// <param name="words">The measure's own words: they may name what such a one runs (孵化器运营机构).</param>
    public static bool IsForOthers(string? beneficiary, string words, EnterpriseProfile profile) =>
        beneficiary is not null
        && !Enterprises().IsMatch(Others().Replace(beneficiary, " "))
        && Others().IsMatch(beneficiary)
        && !profile.Standings.Any(s => s.Kind == ConditionKind.Platform && s.IsHeld && Plain(words).Contains(Plain(s.Name), StringComparison.Ordinal))
        && !profile.Standings.Any(s => s.IsHeld && Plain(beneficiary).Contains(Plain(s.Name), StringComparison.Ordinal));

    private static string Plain(string name) => Levels().Replace(name, "").Replace("企业", "", StringComparison.Ordinal);

    [GeneratedRegex("企业|公司|法人|单位|主体|工厂|厂商|项目")]
    private static partial Regex Enterprises();

    // Some bear 企业 or 公司 in their names.
    [GeneratedRegex("科技企业孵化器|企业孵化器|孵化器|众创空间|加速器|大学科技园|孵化载体|(?:商业)?银行|金融机构|保险(?:公司|机构)|(?:融资)?担保(?:公司|机构)|(?:股权|创业|天使)?投资(?:机构|企业|公司|基金)|创投(?:机构|企业)|基金管理(?:人|公司|企业)|高等学校|高校|院校|科研院所|科研机构|医疗机构|医院|技术转移机构|技术经纪人|代理机构|(?:科技)?服务机构|园区|运营(?:机构|单位|公司)|专利权人|发明人|个人|大学生|创业者|博士|人才|科技特派员|农民|合作社|经纪机构|协会")]
    private static partial Regex Others();

    [GeneratedRegex("国家级|省级|市级|区级")]
    private static partial Regex Levels();
}
