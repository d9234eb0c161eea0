using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What conditions and scales measure, by <c>Vocabulary/measure-quantities.txt</c>.</summary>
internal static class Quantities
{
    private static readonly Dictionary<string, ConditionKind> Kinds = MeasureWords.Table("measure-quantities.txt")
        .SelectMany(row => row.Words.Select(word => (Word: PolicyText.PlainOf(word), Kind: Enum.Parse<ConditionKind>(row.Columns[0]))))
        .DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Kind, StringComparer.Ordinal);

    public static readonly string Any = MeasureWords.Any(Kinds.Keys);

    /// <summary>How a value is compared, before it.</summary>
    public const string Comparator = "(?:达到|达|不低于|不少于|不得低于|不得少于|不小于|超过|突破|首次超过|首次突破|首次达到|高于|大于|多于|≥|>|不超过|不高于|不得超过|不大于|低于|少于|不足|小于|≤|<|在|为|满|未满|不满|未达到|未超过|须|需|分档|分段|分级|分类|应|首次|至少|分段累加|累加|累进|超额累进|计算|核算|划分|区间|均|累计|合计|年均|总计|总额|金额|额|总|占比|共|于|等于|介于|规模|:|,| |实际|应当|必须|累计达到|合计达到)*";

    /// <summary>A measured quantity right before a number: 营业收入达到.</summary>
    public static readonly Regex Before = MeasureWords.Form("(?<quantity>(?:(?:上|前|当|近|年|每|本|该)[一二两三1-3]?(?:个)?(?:会计|自然)?(?:年度?)?|(?:申报)?年度|企业|实际|新增|累计|自主|单个|直接|首次|年|平均|年均)*(?<core>" + Any + ")(?:\\([^)]{1,14}\\))?(?:总?额|金额|规模|总数|数量|数|投入)?)(?<comparator>" + Comparator + ")$");

    /// <summary>A measured quantity right before a limit: 职工人数不超过.</summary>
    public static readonly Regex Measured = MeasureWords.Form("(?:" + Any + "|成立|设立|注册|登记)[^,;。]{0,8}$");

    public static ConditionKind KindOf(string core) => Kinds.GetValueOrDefault(core, ConditionKind.Other);
}
