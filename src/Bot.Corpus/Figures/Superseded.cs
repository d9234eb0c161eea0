using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>由原定的4500家调整为6000家: the first number is no longer the target.</summary>
internal static partial class Superseded
{
    /// <summary>The clause without the words that say so.</summary>
    public static string Cut(string clause) => Words().Replace(clause, "");

    [GeneratedRegex("(?:由|从)?原(?:定|来|计划|有|先)(?:的|目标)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
