using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Finds where an enterprise is, among the places that its words name.</summary>
internal static partial class OwnPlaceReader
{
    private const int Reach = 10;

    /// <summary>The narrowest name of the place; null when none is told, or only one that sounds like a place's name or that several bear.</summary>
    public static Region? Read(string words, string folded)
    {
        var mentions = Gazetteer.Default.FindIn(QuestionReader.CapitalsKept(words, folded)).Where(m => !m.IsGuess && !m.IsAmbiguous).ToList();
        Region? best = null;
        var bestScore = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            var end = i;
            // 浙江省杭州市余杭区 is one place.
            while (end + 1 < mentions.Count && mentions[end + 1].Span.Start - mentions[end].Span.End <= 1 && mentions[end + 1].Region.IsWithin(mentions[end].Region))
                end++;
            var score = Score(folded[Math.Max(0, mentions[i].Span.Start - Reach)..mentions[i].Span.Start], folded[mentions[end].Span.End..Math.Min(folded.Length, mentions[end].Span.End + Reach)]);
            var isNarrower = best is not null && score >= bestScore - 1 && mentions[end].Region.IsWithin(best);
            if (score > bestScore || isNarrower)
                (best, bestScore) = (mentions[end].Region, Math.Max(score, bestScore));
            i = end;
        }

        return best;
    }

    private static int Score(string before, string after)
    {
        if (Elsewhere().IsMatch(after) || NotThere().IsMatch(before))
            return 0;
        return 1 + (Registered().IsMatch(before) ? 3 : 0) + (RegisteredAfter().IsMatch(after) ? 3 : 0) + (Own().IsMatch(before) ? 1 : 0) + (At().IsMatch(before) ? 1 : 0) + (OwnAfter().IsMatch(after) ? 1 : 0);
    }

    [GeneratedRegex("(?:注册地?|登记|落户|成立|总部|位于|设|registered|located|based)(?:在|于|是|为| in)?:? ?$")]
    private static partial Regex Registered();

    [GeneratedRegex("^(?:[^,。;]{0,3})(?:注册|登记|成立|落户|纳税)")]
    private static partial Regex RegisteredAfter();

    [GeneratedRegex("(?:我们|我司|公司|我厂|企业|本公司)(?:是|在|来自|就在|都在)?$|(?:we are|our company is)[a-z ]*$")]
    private static partial Regex Own();

    [GeneratedRegex("^(?:本地|当地|这边)?(?:的|一家|一个|家)?[^,。;]{0,6}(?:企业|公司|厂|一家)")]
    private static partial Regex OwnAfter();

    // 不在株洲，在湘潭: where it is, not where it isn't.
    [GeneratedRegex("(?:不是|不在|没在|不属于|离开|迁出|not in |outside )$")]
    private static partial Regex NotThere();

    [GeneratedRegex("(?:^|[^不没现存能好])在$")]
    private static partial Regex At();

    // 湖南大学, 上海交大; 长沙的湖南大学; 美国: where a partner or customer is.
    [GeneratedRegex("^(?:的|市)?(?:[^,。;]{0,4})(?:大学|学院|交大|研究院|研究所|医院|银行|高校|分公司|客户|子公司)")]
    private static partial Regex Elsewhere();
}
