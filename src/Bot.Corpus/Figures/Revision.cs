using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads 由原定的4500家调整为6000家: a target given up and the one set in its place.</summary>
internal static partial class Revision
{
    private const int LongestLook = 30;

    /// <summary>True for the number that was given up, false for the one in its place, null where none is revised.</summary>
    public static bool? IsWithdrawn(string text, TextSpan sentence, Mention mention)
    {
        if (RevisedBehind().IsMatch(text[mention.Tail..Math.Clamp(sentence.End, mention.Tail, mention.Tail + LongestLook)]))
            return true;
        return RevisedBefore().IsMatch(text[Math.Max(sentence.Start, mention.Span.Start - LongestLook)..mention.Span.Start]) ? false : null;
    }

    /// <summary>A clause without its 由原定的, which says that a number is given up and is no part of its subject.</summary>
    public static string WithoutLead(string clause) => Lead().Replace(clause, "");

    [GeneratedRegex("(?:由|从)?原(?:定|来|计划|有|先)(?:的|目标)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();

    [GeneratedRegex("^(?:以上|左右)?(?:调整|上调|下调|修订|修正|调高|调低)(?:到|至|为)")]
    private static partial Regex RevisedBehind();

    [GeneratedRegex("\\d[^，。；,;]{0,8}(?:调整|上调|下调|修订|修正|调高|调低)(?:到|至|为)(?:近|约|超过?)?$")]
    private static partial Regex RevisedBefore();
}
