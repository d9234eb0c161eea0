using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Tells what kinds of number a question asks for, and how many.</summary>
internal sealed partial class AskedNumberReader(QuestionWords words)
{
    /// <summary>The kinds of number that would answer; empty when no number is asked for.</summary>
    public ImmutableHashSet<AskedUnit> Units(string folded, ImmutableArray<TopicTerm> terms)
    {
        var units = Named(folded);
        // Several things asked for need not be numbers of one kind.
        return !units.IsEmpty && Count(folded, terms) > 1 ? [AskedUnit.Any] : units;
    }

    public static int Count(string folded, ImmutableArray<TopicTerm> terms) =>
        Math.Max(SeveralThings(folded, terms) ? 2 : 1, Asked().Count(folded));

    private ImmutableHashSet<AskedUnit> Named(string folded)
    {
        var units = ImmutableHashSet.CreateBuilder<AskedUnit>();
        if (!AsksNumber().IsMatch(folded) && !NamesIndicatorOnly(folded))
            return [];
        // 各市…排名 puts places in order by their figure; no report states that rank.
        if (QuestionKindReader.AsksOrder(folded) && !StatedRank().IsMatch(folded))
            return [AskedUnit.Any];
        if (words.Has("rank", folded) && RankAsked().IsMatch(folded))
            return [AskedUnit.Rank];
        if (words.Has("percent", folded))
            units.Add(AskedUnit.Percent);
        if (words.Has("money", folded) || SumAsked().IsMatch(folded))
            units.Add(AskedUnit.Money);
        if (CountAsked().IsMatch(folded))
            units.Add(AskedUnit.Count);
        return units.Count == 0 ? [AskedUnit.Any] : units.ToImmutable();
    }

    // 发了多少万创新券.
    [GeneratedRegex("(多少|几)(十|百|千)?[万亿](?![人家件项个户名份次平吨台亩条种株头])")]
    private static partial Regex SumAsked();

    [GeneratedRegex("第几|全国|全省")]
    private static partial Regex StatedRank();

    // 2022年发明专利授权: a year and an indicator without a word of asking can only ask for its number.
    private static bool NamesIndicatorOnly(string folded)
    {
        var said = folded.TrimEnd('?', '。', ' ');
        return YearStated().IsMatch(said) && !AnyAsking().IsMatch(said)
            && IndicatorVocabulary.Default.Find(said).Any(m => TrailingAspect().IsMatch(said[m.Span.End..]));
    }

    // 成交额和高企总数: two things named, joined by 和.
    private static bool SeveralThings(string folded, ImmutableArray<TopicTerm> terms) =>
        Joined().IsMatch(folded) && terms.Count(t => t.IsKnown && t.Weight >= 1) > 1;

    [GeneratedRegex(@"多少|(?<!哪)几|多大|多高|多长|百分之|占比|比重|增速|增幅|增长率|总量|总数|总额|规模|[0-9一-十]*分(?=[,。?]|$)|how (many|much)|what (percent|share|rate)|what (is|was|are|were)\b.*\b(rate|share|target|amount|number|growth|total|figure)|growth|目标(是|为|呢|值|件|$|\?)|(率|额|值|数|量)((19|20)\d\d年?)?(呢|是|\?|$|有|达|,)|强度|到百分|第几|几成|翻几番|排名|名次")]
    private static partial Regex AsksNumber();

    [GeneratedRegex(@"(19|20)\d\d|\d\d年")]
    private static partial Regex YearStated();

    [GeneratedRegex("[吗呢吧什怎如何哪谁啥是能有做为比]|政策|办法|措施|情况|目标|计划|趋势|名单|清单|变化|表|[a-z]{3}")]
    private static partial Regex AnyAsking();

    [GeneratedRegex("^(企业)?(净增|净增数|新增|授权|授权量|申请|总数|数量|数|量)?((19|20)?\\d\\d年?)?$")]
    private static partial Regex TrailingAspect();

    [GeneratedRegex("和|与|及|、|跟")]
    private static partial Regex Joined();

    [GeneratedRegex("多少|几(?!乎)|呢|什么|多大|多高|多长|多久|how many|how much")]
    private static partial Regex Asked();

    // 第几次会议, 第几届 ask for an ordinal, not for a rank.
    [GeneratedRegex("排名|名次|位次|排(在|到)?第?(多少|几)|第多少|第几(?![次届批期条章])|rank")]
    private static partial Regex RankAsked();

    [GeneratedRegex("(?<![第哪])(多少|几)(?!万|亿|元|钱|成|个?百分|个点)[家个项件人名场次笔条份支位只辆台套种类所座亩篇批]|how many")]
    private static partial Regex CountAsked();
}
