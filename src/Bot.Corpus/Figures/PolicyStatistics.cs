using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Tells, in a policy document, the sentences that state how things were or shall be (2018年末，全市有高新技术企业3112家) from those that
/// set what is given and asked for. Only a sentence that names its year and none of the words of a rule is one.
/// </summary>
internal static partial class PolicyStatistics
{
    /// <param name="hasYear">A year stands before the number, or before those that the sentence goes on from.</param>
    public static bool Is(string text, TextSpan sentence, Mention mention, bool hasYear)
    {
        if (!hasYear || Rule().IsMatch(text.AsSpan(sentence.Start, sentence.Length)))
            return false;
        var before = text.AsSpan(sentence.Start, mention.Span.Start - sentence.Start);
        return IsPlanned(text, sentence, mention) || !(mention.After.Length > 0 || Bound().IsMatch(before));
    }

    public static bool IsPlanned(string text, TextSpan sentence, Mention mention) =>
        Plan().IsMatch(text.AsSpan(sentence.Start, mention.Span.Start - sentence.Start));

    [GeneratedRegex("给予|予以|最高|不超过|不高于|上限|限额|每[家户个项人笔]|单[个家户项笔]|申[请领]|应当|方可|不得|工作日|有效期|施行|标准|的[，,]|的(?:企业|单位|机构|个人|项目)|按照?[^，。]{0,20}[%％]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("(?:不低于|不少于|不小于|大于|达到|超过)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bound();

    [GeneratedRegex("力争|争取|确保|目标|规划|预期|计划|到20[0-9]{2}年(?![^，]{0,8}[已有])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plan();
}
