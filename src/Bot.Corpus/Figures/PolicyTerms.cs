using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// What a policy gives or asks for: 按实际支付额的50%给予补助, 单个企业每年最高20万元, 研发投入超过2000万元的企业. Such numbers are neither
/// results nor targets and count nothing that was or will be.
/// </summary>
/// <param name="Words">Who gets what for what, as written before the number.</param>
/// <param name="Base">What a rate is taken of; null when not said.</param>
/// <param name="Cap">最高, 不超过 before the number or its base; null when none.</param>
internal sealed partial record PolicyTerms(string Words, string? Base, string? Cap)
{
    public const string Doubt = "政策标准，不是统计数";

    private const int LongestWords = 60;
    private const int LongestLook = 300;

    [GeneratedRegex("(?:最高(?:不超过|可达|达|给予|支持|补助|奖励)?|最多(?:不超过)?|不超过|不高于|至多|上限为?)$")]
    private static partial Regex CapBefore { get; }

    [GeneratedRegex("(?:每[家户个项人笔]|单[家户个项笔人])")]
    private static partial Regex PerUnit { get; }

    [GeneratedRegex("(?:给予|予以|奖励|补助|补贴|资助|贴息|支持|奖补|抵用)")]
    private static partial Regex Grant { get; }

    [GeneratedRegex("(?:奖励|补助|补贴|资助|贴息|奖补|资金|经费|金额)(?:共|达|约|合计|超)?$")]
    private static partial Regex GrantNoun { get; }

    /// <summary>按实际支付额的, 按不超过服务合同金额的: the base of the rate that follows.</summary>
    [GeneratedRegex("(?:按照?|给予)(?<cap>不超过|不高于|最高)?(?<base>[^,，;；。：:]{2,30}?)的?(?:不超过|最高)?$")]
    private static partial Regex RateOf { get; }

    /// <summary>Behind a condition: …的企业,给予….</summary>
    [GeneratedRegex("^[^。；;]{0,30}的[^,，。；;]{0,16}[,，][^。；;]{0,24}(?:给予|予以|按)")]
    private static partial Regex GivenBehind { get; }

    /// <summary>Null when the number is no term of a policy.</summary>
    /// <param name="isPolicy">The document is a policy itself: every number of it is a term.</param>
    public static PolicyTerms? Read(string text, TextSpan sentence, Mention mention, bool isPolicy)
    {
        var before = text[Math.Max(sentence.Start, mention.Span.Start - LongestLook)..mention.Span.Start];
        var clause = before[(before.LastIndexOfAny([',', '，', ':', '：', '、', '(', '（']) + 1)..];
        var after = text[mention.Tail..Math.Clamp(sentence.End, mention.Tail, mention.Tail + LongestLook)];
        if (!isPolicy && !IsTerm(before, clause, after, mention))
            return null;
        var rate = mention.Kind == UnitKind.Rate ? RateOf.Match(before) : Match.Empty;
        var cap = rate.Groups["cap"] is { Success: true } capped ? capped.Value : CapBefore.Match(clause) is { Success: true } match ? match.Value : null;
        return new(WordsOf(before), rate.Success ? rate.Groups["base"].Value : null, cap);
    }

    private static bool IsTerm(string before, string clause, string after, Mention mention)
    {
        if (mention.Kind is not (UnitKind.Money or UnitKind.Rate) || clause.Contains("平均", StringComparison.Ordinal))
            return false;
        if (mention.Kind == UnitKind.Money && PerUnit.Match(clause) is { Success: true } each
            && (Grant.IsMatch(clause) || CapBefore.IsMatch(clause) || each.Index + each.Length == clause.Length))
            return true;
        if (CapBefore.IsMatch(clause) && clause.Length <= 6 && Grant.IsMatch(before + after))
            return true;
        if ((clause.Contains("给予", StringComparison.Ordinal) || clause.Contains("予以", StringComparison.Ordinal)) && !GrantNoun.IsMatch(clause) && Grant.IsMatch(after))
            return true;
        if (mention.Kind == UnitKind.Rate && RateOf.IsMatch(clause) && Grant.IsMatch(after.AsSpan(0, Math.Min(6, after.Length))))
            return true;
        return (before.Contains('对', StringComparison.Ordinal) || before.Contains('凡', StringComparison.Ordinal)) && GivenBehind.IsMatch(after);
    }

    // The last clauses before the number: who, for what, how much.
    private static string WordsOf(string before)
    {
        var words = before[(HeadingMark.Of(before)?.Length ?? 0)..];
        while (words.Length > LongestWords && words.IndexOfAny([',', '，', '、']) is >= 0 and var comma)
            words = words[(comma + 1)..];
        words = words.Length > LongestWords ? words[^LongestWords..] : words;
        return CapBefore.Replace(words.Trim(' ', ',', '，', '、'), "").TrimEnd('的', '为', ' ', ',', '，');
    }
}
