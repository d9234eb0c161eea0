using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>A standing's usual name, taken apart into level and name: 省级及以上 + 研发机构.</summary>
/// <param name="Name">Without the level; empty where only a level is written.</param>
/// <param name="Lowest">0 for 区县, 1 市, 2 省, 3 国家; null when no level is written.</param>
/// <param name="Highest">The highest level named; the same as the lowest for one.</param>
/// <param name="IsOrHigher">及以上.</param>
internal readonly partial record struct StandingName(string Name, int? Lowest, int? Highest, bool IsOrHigher)
{
    private const string Order = "区市省国";

    public static StandingName Of(string written)
    {
        // 经国家, 省认定: a level and no name.
        written = Around().Replace(written, "");
        var prefix = Level().Match(written);
        if (!prefix.Success)
            return new(Whole(written), null, null, false);
        var levels = prefix.Value.Select(c => c switch { '县' => '区', '部' => '国', _ => c }).Where(c => Order.Contains(c, StringComparison.Ordinal)).Select(c => Order.IndexOf(c, StringComparison.Ordinal)).ToList();
        return new(Whole(written[prefix.Length..]), levels.Min(), levels.Max(), prefix.Value.EndsWith('上'));
    }

    /// <summary>The level that words end on, a few others between (国家级奖励): as <see cref="Lowest"/>; null when on none.</summary>
    public static int? LevelAtEnd(string words) => AtEnd().Match(words) is { Success: true } level ? Of(level.Groups["level"].Value).Lowest : null;

    // 专精特新中小 as short for …中小企业.
    private static string Whole(string name) => name.EndsWith("中小", StringComparison.Ordinal) ? name + "企业" : name;

    /// <summary>Whether a held standing of this level is what is asked for; null when its level wasn't told.</summary>
    public bool? Reaches(StandingName asked)
    {
        if (asked.Lowest is not { } lowest)
            return true;
        if (Lowest is not { } own)
            return null;
        if (own < lowest)
            return false;
        // Who holds the higher one usually held the lower one before; it isn't told.
        return asked.IsOrHigher || own <= asked.Highest ? true : null;
    }

    [GeneratedRegex("(?<level>国家级|省级|市级|区级|县级)(?:的|分别|给予|奖励|补助|资助|一次性|：|:)*$")]
    private static partial Regex AtEnd();

    [GeneratedRegex("^(?:经|获|被)(?=国家|省|市|区|县)|(?<=^(?:经|获|被)?(?:国家|省|市|区|县)级?)(?:认定|评定|批准|备案)$")]
    private static partial Regex Around();

    [GeneratedRegex("^(?:国家级?|全国|省部级|自治区级|省级?|市级?|区级?|县级?|部级)(?:[、和及或/](?:国家级?|省级?|市级?|区级?|县级?))*(?:及?以上)?")]
    private static partial Regex Level();
}
