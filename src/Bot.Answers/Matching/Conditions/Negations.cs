using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>Words around a condition that turn it into an exclusion.</summary>
internal static partial class Negations
{
    /// <summary>True where they do: 非…, 不含…, …除外, …不适用.</summary>
    public static bool Around(string before, string after) => Before().IsMatch(before) || After().IsMatch(after);

    /// <summary>True where the clause itself begins with one: 未上市企业.</summary>
    public static bool Opens(string clause) => Opening().IsMatch(clause);

    [GeneratedRegex("^(?:未|非|尚未|不是|不属于)")]
    private static partial Regex Opening();

    [GeneratedRegex("(?:非|不是|不属于|不含|不包括|未被?(?:认定|评)为|尚未(?:认定|评)为|除)$")]
    private static partial Regex Before();

    [GeneratedRegex("^(?:等)?(?:的)?(?:企业|行业|领域|项目|单位|类)*(?:的)?(?:除外|不适用|不予|不享受|不纳入|不在|不得|不能|以外)")]
    private static partial Regex After();
}
