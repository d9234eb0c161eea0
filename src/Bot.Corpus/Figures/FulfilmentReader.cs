using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads 完成年度目标5亿元的47.2%, 完成全年目标（520亿元）的75.3%: how far a target that stands between is fulfilled.</summary>
internal static partial class FulfilmentReader
{
    /// <summary>What is fulfilled (年度目标) when the text before a rate says so; null when it doesn't.</summary>
    public static string? Base(string before) =>
        Fulfilled().Match(before) is { Success: true } match ? match.Groups["base"].Value : null;

    [GeneratedRegex("(?:完成|达到|达|占|为|实现)[^，。；,;完成]{0,8}?(?<base>(?:全年|年度|年初|省定|市定|考核)?[^，。；,;\\d(（完成占达为]{0,6}(?:目标|任务|计划|预期)数?)(?:值|为)?[(（]?[约近超]?\\d[\\d.,]*[万亿]?[^，。；,;\\d()（）的]{0,5}[)）]?的(?:近|约|超过?)?$")]
    private static partial Regex Fulfilled();
}
