using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// Which measures a question speaks of: by the pairs of characters it shares with them, those counting most that few of the
/// measures hold (瞪羚, 博士, 展会). What they all hold (企业, 补助) tells nothing apart.
/// </summary>
internal static partial class MatchFocus
{
    /// <summary>From here on it is what was asked about.</summary>
    public const double Strong = 0.7;

    /// <summary>From here on it has to do with it.</summary>
    public const double Some = 0.45;

    // Less than about two pairs that only one measure holds is chance.
    private const double Least = 1.5;
    private const double Common = 0.4;
    private const double InName = 1.5;
    private const double OfNeed = 2;

    private static readonly IReadOnlyDictionary<FoundMeasure, double> Nothing = new Dictionary<FoundMeasure, double>();

    /// <summary>From 0 to 1, the measure spoken of most at 1; empty where none is in particular.</summary>
    public static IReadOnlyDictionary<FoundMeasure, double> Of(IReadOnlyList<FoundMeasure> measures, string? words, string? need)
    {
        var rules = measures.Where(m => m.Measure.Standing == MeasureStanding.Rule).ToList();
        if (words is null || rules.Count < 2)
            return Nothing;
        var asked = PairsOf(words);
        var wanted = need is null ? [] : PairsOf(need);
        var held = rules.ConvertAll(m => (Measure: m, Name: PairsOf(m.Measure.Name), Text: PairsOf(m.OwnWords())));
        var weights = asked.ToDictionary(p => p, p => Weight(held.Count(h => h.Text.Contains(p)), rules.Count));
        var scores = held.ConvertAll(h => weights.Where(w => h.Text.Contains(w.Key)).Sum(w => w.Value * (h.Name.Contains(w.Key) ? InName : 1) * (wanted.Contains(w.Key) ? OfNeed : 1)));
        var best = scores.Max();
        if (best < Least * Math.Log(rules.Count))
            return Nothing;
        var focus = new Dictionary<FoundMeasure, double>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < held.Count; i++)
            focus[held[i].Measure] = scores[i] / best;
        return focus;
    }

    private static double Weight(int holding, int all) =>
        holding == 0 || holding > all * Common + 1 ? 0 : Math.Log((double)all / holding);

    private static HashSet<string> PairsOf(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Runs().Matches(Empty().Replace(TextFolding.Fold(text), " ")))
        {
            if (char.IsAscii(run.Value[0]))
                pairs.Add(run.Value);
            else
                for (var i = 0; i + 1 < run.Length; i++)
                    pairs.Add(run.Value.Substring(i, 2));
        }

        return pairs;
    }

    [GeneratedRegex("[a-z][a-z0-9&]+|[\\u4e00-\\u9fff]{2,}")]
    private static partial Regex Runs();

    // Words of asking and of every rule.
    [GeneratedRegex("申请|申报|奖励|补助|补贴|资助|支持|政策|企业|公司|实际|支付|营业收入|收入|金额|最高|首次|重新|认定|科技|年度|上年|去年|今年|前年|注册|登记|成立|可以|能够|享受|什么|多少|哪些|我们|一家|单位|万元|费用|项目|标准|市级|省级|国家|国家级|区级|新获|获得|通过|情况|条件|要求|机构|服务|技术(?!交易|改造|合同|转移|开发)|the|and|for|our|we|are|is|of|in|on|to|can|get|what|how|much|any|there|with|was|has|have|company|enterprise|yuan|million")]
    private static partial Regex Empty();
}
