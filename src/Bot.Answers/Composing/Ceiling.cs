using System.Text.RegularExpressions;

namespace Bot.Answers.Composing;

/// <summary>Whether a text states what one enterprise gets at most, as against a sum over all.</summary>
internal static partial class Ceiling
{
    public static bool IsStated(string text) => Limit().IsMatch(text);

    /// <summary>Whether a text or its heading speaks of support at all.</summary>
    public static bool SpeaksOfSupport(string text, string heading) => Support().IsMatch(text) || Support().IsMatch(heading);

    [GeneratedRegex("补|奖|资助|贴息|券|抵|配套|扶持|给予|减免|贷")]
    private static partial Regex Support();

    [GeneratedRegex("最高|最多|不超过|不高于|上限|封顶|以内|每家(?!企业?贴)|每户|每项|每个企业|单个|一次性|按.{1,16}%|给予.{0,12}(奖励|补助|资助)")]
    private static partial Regex Limit();
}
