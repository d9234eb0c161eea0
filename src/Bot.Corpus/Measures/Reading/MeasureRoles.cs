using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Tells by its heading, label or opening words what a part of a policy document is there for.</summary>
internal static partial class MeasureRoles
{
    private const int LongestLabel = 16;

    private static readonly (NodeRole Role, string[] Words)[] Rows =
        [.. MeasureWords.Table("measure-roles.txt").Select(row => (Enum.Parse<NodeRole>(row.Columns[0]), row.Words))];

    /// <summary>By a heading or label; None for names of measures.</summary>
    public static NodeRole Of(string name)
    {
        name = name.Trim(' ', ':', '。', '【', '】', '(', ')');
        if (name.Length is < 2 or > LongestLabel)
            return NodeRole.None;
        foreach (var (role, words) in Rows)
            // A short word (标准, 条件) must close the label; it stands in the names of measures too (支持制定国际标准).
            if (Array.Exists(words, word => word.Length > 2 ? name.Contains(word, StringComparison.Ordinal) && !Grants().IsMatch(name.Replace(word, "", StringComparison.Ordinal)) : name == word || (name.EndsWith(word, StringComparison.Ordinal) && name.Length <= 6 && role != NodeRole.Standard)))
                return role;
        return NodeRole.None;
    }

    /// <summary>By how a sentence leads to its items (申请贴息的企业应当具备下列条件：) or opens (本办法所称…).</summary>
    public static NodeRole OfLead(string text)
    {
        if (Definition().IsMatch(text))
            return NodeRole.Purpose;
        var colon = text.TrimEnd().EndsWith(':') ? text : text[..(text.IndexOf(':', StringComparison.Ordinal) + 1)];
        if (colon.Length is > 3 and <= 80 && Exclusions().IsMatch(colon))
            return NodeRole.Conditions;
        return colon.Length is > 3 and <= 80 && LeadsToMaterials().IsMatch(colon) ? NodeRole.Materials
            : colon.Length is > 3 and <= 80 && LeadsToConditions().IsMatch(colon) ? NodeRole.Conditions : NodeRole.None;
    }

    [GeneratedRegex("^(?:本办法|本细则|本政策|本规定|本措施|本意见|本通知)?所称|^[^,。;]{2,20}是指|^根据《|^为(?:贯彻|深入|加快|进一步|规范|充分|全面|落实|鼓励|推动|促进|加强)", RegexOptions.None, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex("(?:应当?|须|需|必须)?(?:同时)?(?:具备|符合|满足)(?:以下|下列|如下)|条件(?:为|如下|是)?:", RegexOptions.None, 1000)]
    private static partial Regex LeadsToConditions();

    [GeneratedRegex("(?:有|存在|属于)(?:以下|下列).{0,12}(?:不予|不得|取消)|(?:不予|不得|不再)(?:支持|申报|享受|受理|补助|资助|奖励)", RegexOptions.None, 1000)]
    private static partial Regex Exclusions();

    [GeneratedRegex("(?:提交|提供|报送)(?:以下|下列|如下)|材料:", RegexOptions.None, 1000)]
    private static partial Regex LeadsToMaterials();

    [GeneratedRegex("奖励|补助|补贴|资助|支持|贴息|鼓励|培育|建设|认定", RegexOptions.None, 1000)]
    private static partial Regex Grants();
}
