using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>
/// 首台（套）, 首批次, 首版次: equipment, materials and software. Conditions are read to the first name for all of them; the clause says which
/// it asks for.
/// </summary>
internal static partial class FirstOfKind
{
    private const string Equipment = "首台（套）";

    /// <summary>What a clause asks for by a read name, each by its usual name; the name itself where it is none of these.</summary>
    public static IEnumerable<string> Named(string read, string clause)
    {
        var kinds = read.EndsWith(Equipment, StringComparison.Ordinal) ? Kinds().Matches(clause).Select(k => k.Value) : [];
        var level = read[..Math.Max(0, read.Length - Equipment.Length)];
        var named = kinds.Select(k => level + (k == "首台" ? Equipment : k)).Distinct().ToList();
        return named.Count > 0 ? named : [read];
    }

    [GeneratedRegex("首台|首批次|首版次")]
    private static partial Regex Kinds();
}
