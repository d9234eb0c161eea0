using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Several;

/// <summary>
/// Cuts a message where one question ends and the next begins. A piece that asks nothing belongs to what follows it; one that only
/// asks on about the same (差多少, 是全年数吗) belongs to what stands before.
/// </summary>
internal static partial class AskCutter
{
    /// <param name="folded">The folded message; capitals may be kept.</param>
    /// <returns>The pieces in order, without the marks between them; one when the message asks for one thing.</returns>
    public static ImmutableArray<string> Cut(string folded)
    {
        var asks = new List<string>();
        var open = "";
        foreach (var piece in Pieces(folded))
        {
            if (open.Length == 0 && asks.Count > 0 && GoesOn().IsMatch(piece))
            {
                asks[^1] += "," + piece;
                continue;
            }

            open = open.Length == 0 ? piece : open + "," + piece;
            if (!Asking().IsMatch(piece))
                continue;
            asks.Add(open);
            open = "";
        }

        // What is named last without a word of asking (…多少, 排名) is asked for too.
        if (open.Length > 0 && (asks.Count == 0 || Named().IsMatch(open)))
            asks.Add(open);
        else if (open.Length > 0)
            asks[^1] += "," + open;
        return [.. asks];
    }

    private static IEnumerable<string> Pieces(string folded)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < folded.Length; i++)
        {
            if ("(“「『《〔[".Contains(folded[i], StringComparison.Ordinal))
                depth++;
            else if (")”」』》〕]".Contains(folded[i], StringComparison.Ordinal))
                depth = Math.Max(0, depth - 1);
            if (depth > 0 || LengthOfMark(folded, i, start) is not (>= 0 and var length))
                continue;
            if (folded[start..i].Trim() is { Length: > 0 } piece)
                yield return piece;
            start = i + length;
            i = Math.Max(i, start - 1);
        }

        if (folded[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    // -1: no cut here; 0: a cut without a mark (发了多少|用了多少).
    private static int LengthOfMark(string folded, int at, int start)
    {
        if ("?!;。、\n".Contains(folded[at], StringComparison.Ordinal))
            return 1;
        if (folded[at] == ',' && !(at > 0 && at + 1 < folded.Length && char.IsAsciiDigit(folded[at - 1]) && char.IsAsciiDigit(folded[at + 1])))
            return 1;
        var joiner = Joiner().Match(folded, at);
        if (joiner.Success && joiner.Index == at && Asking().IsMatch(folded[start..at]) && Asking().IsMatch(FirstPart(folded[(at + joiner.Length)..])))
            return joiner.Length;
        return at > start && Unmarked().IsMatch(folded[start..at]) && NextDoing().Match(folded, at) is { Success: true } next && next.Index == at ? 0 : -1;
    }

    private static string FirstPart(string rest) => rest[..(rest.IndexOfAny([',', '?', '。', ';', '、']) is >= 0 and var end ? end : rest.Length)];

    [GeneratedRegex(@"多少|几(?!乎|年来)|谁|哪|什么|啥|何时|怎么|怎样|如何|吗|呢|多大|多高|多长|多久|是不是|是否|有没有|第几|(排名|名次|增速|增幅|占比|比重|目标)$|\b(how|what|which|who|when|where|did|does|is|are|was|were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"以及|还有|另外|同时|和|与|及|跟|\band\b", RegexOptions.IgnoreCase)]
    private static partial Regex Joiner();

    [GeneratedRegex("(数|量|额|率|速|幅|规模|金额|占比|比重|强度|产值|增加值|投资|名次|排名|目标)$")]
    private static partial Regex Named();

    [GeneratedRegex("(多少|几)(万|亿)?[家个项件人名元]{0,2}$")]
    private static partial Regex Unmarked();

    [GeneratedRegex("(又|还|实际|已经?)?[用发投建办增涨占达引获兑揭认申完](了|到|出|出去|掉|增|资|成|现|定|请)?(多少|几)")]
    private static partial Regex NextDoing();

    [GeneratedRegex(@"^(那|那么|又|则|and )?(两者|二者|它们)?(还?相?差|比|合计|一共|总共|加起来|总和|分别|各(是|为|有)?(多少|几)|(哪个|谁|哪边)[多少高低大小快慢先强靠]|(是|这|这个数|这个)?(是|不是)?(全年|最终|实际)(数|的)?|这个?数|是?(多|少|高|低|快|慢)了?还是|(有没有)?(完成|达到|达标|达成|实现)(目标)?(了)?(吗|没|没有)?$|对吗|对不对|是吗|多多少|少多少|高多少|低多少|列|请|by how much|is that|which is|which one|the difference)", RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();
}
