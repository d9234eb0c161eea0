using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generating;

/// <summary>Sentences sent for repair, and what comes back: lines of number, bar, sentence.</summary>
internal static partial class RepairReply
{
    // Of a sentence without end the beginning is enough to tell what it meant; the prompt must stay within its limit.
    private const int Longest = 300;

    public static string Ask(IEnumerable<(string Raw, string Reason)> failed)
    {
        var text = new StringBuilder();
        foreach (var (i, (raw, reason)) in failed.Index())
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}|{raw.Trim()[..Math.Min(Longest, raw.Trim().Length)]}（原因：{reason}）\n");
        return text.ToString().TrimEnd();
    }

    /// <returns>By number, from 1; each number once.</returns>
    public static ImmutableDictionary<int, string> Read(string reply) => Line().Matches(reply)
        .Where(m => !m.Groups["text"].Value.Contains("删除", StringComparison.Ordinal))
        .GroupBy(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))
        .ToImmutableDictionary(g => g.Key, g => g.First().Groups["text"].Value.Trim());

    [GeneratedRegex(@"^[ \t]*(?<n>\d{1,2})[ \t]*[|｜](?<text>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
