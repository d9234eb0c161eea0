using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads 增速比规上工业高, 高于全省平均, 超考核任务: what a difference is measured against.</summary>
internal static partial class ComparisonReader
{
    private const WordRoles Moves = WordRoles.Change | WordRoles.Growth | WordRoles.Fall;
    private static readonly string[] Above = ["高于", "低于", "快于", "高出", "超过", "超出", "领先", "超"];

    private static readonly string[] Falls = ["回落", "收窄", "下降", "降低", "减少", "低于", "慢于", "落后", "低", "慢", "少"];

    /// <param name="Words">Which way it goes where it goes down, and 近 or 超 before the number.</param>
    public readonly record struct Comparison(string Noun, string Base, ImmutableArray<string> Words);

    /// <summary>Null when nothing is compared.</summary>
    public static Comparison? Read(string clause)
    {
        var at = clause.LastIndexOfAny(['比', '较']);
        if (at >= 0 && !IsInWord(clause, at) && Measured(clause[(at + 1)..]) is { Length: > 0 } other)
            return new(clause[..at], IsYear(other) || other.EndsWith('半') ? other + "年" : other, [.. Falls.Where(word => clause.AsSpan(at).Contains(word, StringComparison.Ordinal)).Take(1)]);
        if (clause.EndsWith('的') && clause.LastIndexOfAny(['是', '为']) is >= 0 and var equal && equal < clause.Length - 2)
            return new(clause[..equal].TrimEnd('仅', '只'), clause[(equal + 1)..^1], []);
        if (Part().Match(clause) is { Success: true } part)
            return new("", part.Groups["base"].Value, [part.Groups["word"].Value]);
        foreach (var word in Above)
        {
            at = clause.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && at + word.Length < clause.Length && (at == 0 || clause[at - 1] != '不') && (word.Length > 1 || clause[at + 1] is not ('过' or '出')))
                return new(clause[..at], clause[(at + word.Length)..].Trim(), word == "低于" ? [word] : []);
        }
        return null;
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);

    /// <summary>不到杭州的五分之一.</summary>
    [GeneratedRegex("^(?:仅|只)?(?<word>不到|不足|相当于|约)(?<base>[^占的]{2,12})的$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    private static string Measured(string rest)
    {
        var isMove = false;
        while (FigureLexicon.Default.EndOf(rest, Moves | WordRoles.Before | WordRoles.Predicate) is { Length: > 0 } word)
        {
            isMove |= (FigureLexicon.Default.RolesOf(word) & Moves) != 0;
            rest = rest[..^word.Length];
        }
        return isMove ? rest.Trim() : "";
    }

    private static bool IsInWord(string clause, int at) =>
        (at > 0 && clause[at - 1] is '占' or '同' or '环' or '对') || (at + 1 < clause.Length && clause[at + 1] is '重' or '例' or '较');
}
