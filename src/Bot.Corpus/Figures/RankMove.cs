using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>A change of place in an order: 较上年前移3位. It is no place and no count.</summary>
/// <param name="Base">The year it moved since, where it isn't the year before; else null.</param>
internal sealed partial record RankMove(string Word, bool IsFall, string? Base)
{
    /// <summary>Null when the number tells of none.</summary>
    public static RankMove? Read(string clause, string text, Mention mention)
    {
        if (mention.Unit is not ("位" or "名") && !(mention.Unit == "个" && text.AsSpan(mention.Tail).StartsWith("位次", StringComparison.Ordinal)))
            return null;
        var (words, from) = Comparand.Cut(clause);
        return Move().Match(words) is { Success: true } match ? new(match.Groups["word"].Value, match.Groups["fall"].Success, from) : null;
    }

    [GeneratedRegex(@"(?:^|排名|位次|名次|位居|连续|同比|大幅|整体|再|又|共)(?<word>(?:上升|跃升|提升|前移|前进|攀升|晋升|上移|跃进|进步|提高|升|进)|(?<fall>后退|后移|退后|下降|下滑|下移|退步|跌落|退|降))了?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Move();
}
