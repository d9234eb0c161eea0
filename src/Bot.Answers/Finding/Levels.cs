using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Finding;

/// <summary>Administrative levels in names (省级, 市级, 国家): a figure of one level never answers for another.</summary>
internal static partial class Levels
{
    private static readonly ImmutableArray<string> Known = ["国家", "省", "市", "县", "区"];

    /// <summary>The levels that folded text names; empty when none.</summary>
    public static ImmutableHashSet<string> Of(string folded) =>
        [.. Level().Matches(folded).Select(m => Known.First(k => m.Value.StartsWith(k, StringComparison.Ordinal)))];

    /// <summary>False when both name levels and none of them in common.</summary>
    public static bool Agree(ImmutableHashSet<string> asked, ImmutableHashSet<string> stated) =>
        asked.IsEmpty || stated.IsEmpty || asked.Overlaps(stated);

    // 省科技进步奖, 省级, 国家级; not 全省, 省内, 国家高新技术企业 (its full name), nor the names of offices.
    [GeneratedRegex("国家级|国家(?=科技进步|科学技术|重点实验室|技术创新|自然科学|科技奖|企业技术)|省级|(?<!全|我|本|各|江|浙|东|南|西|北|苏|徽|建)省(?=科技进步|科学技术|科技型|重点|企业|工程|民营|技术|高成长|农业|级|新型)|市级|县级|区级")]
    private static partial Regex Level();
}
