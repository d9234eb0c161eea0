using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Puts places (or years) in order by one figure each: only like beside like, and says who has none.</summary>
internal static partial class RankingComposer
{
    private sealed record Entry(Side Side, FigureChoice.Scored Scored, string Name)
    {
        public Figure Figure => Scored.Figure;

        public decimal Size => Figure.Value * Units.Scale(Figure.Unit);
    }

    /// <summary>Null when no two sides have a figure, unless the question is who comes first: then the only one is said to be the only one.</summary>
    public static AnswerDraft? Compose(QuestionReading reading, ImmutableArray<Side> sides)
    {
        var english = reading.IsEnglish;
        var all = Chosen(sides, english);
        if (all is [var only] && Superlative().IsMatch(reading.Folded))
            return Alone(only, sides, english);
        if (all.Count < 2)
            return null;
        if (all.Select(e => e.Figure.Region).Distinct().Count() == 1 && !Superlative().IsMatch(reading.Folded))
            return OverTime(sides, all, english);
        var lead = all.GroupBy(e => Kind(e.Figure)).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(e => e.Scored.Score)).First().First();
        var ranked = all.Where(e => IsLike(e, lead, english)).ToList();
        if (ranked.Count < 2)
            return null;
        var isLowFirst = Lowest().IsMatch(reading.Folded);
        // In a rank the first place is the smallest number.
        var ascending = isLowFirst != (lead.Figure.Aspect is FigureAspect.Rank);
        ranked = [.. (ascending ? ranked.OrderBy(e => e.Size) : ranked.OrderByDescending(e => e.Size)).ThenBy(e => e.Name, StringComparer.Ordinal)];
        var draft = new AnswerDraft();
        var markers = ranked.ToDictionary(e => e, e => ComparisonComposer.Cite(draft, e.Scored));
        draft.Line(First(ranked, markers, isLowFirst, english));
        foreach (var caution in Cautions(ranked, english))
            draft.Line(caution);
        var rows = ranked.Select(e => (e.Figure, markers[e])).ToList();
        FigureTable.Add(draft, rows, english);
        Beside(draft, sides, all.Except(ranked).ToList(), lead, english);
        return draft;
    }

    private static AnswerDraft Alone(Entry only, ImmutableArray<Side> sides, bool english)
    {
        var draft = new AnswerDraft();
        var value = Calculation.Written(only.Figure) + ComparisonComposer.Cite(draft, only.Scored);
        draft.Line(english
            ? $"Only {only.Name} states this figure, so there is no order: {value}."
            : $"资料中只有{only.Name}写明了这一数据，无从比较高低：{value}。");
        Beside(draft, sides, [], only, english);
        return draft;
    }

    // One place over several years has no first and last: its figures stand in the order of time.
    private static AnswerDraft OverTime(ImmutableArray<Side> sides, List<Entry> entries, bool english)
    {
        var draft = new AnswerDraft();
        draft.Line(english ? "By the reports:" : "资料所载如下：");
        var rows = entries.OrderBy(e => e.Figure.Period?.ToYear).Select(e => (e.Figure, ComparisonComposer.Cite(draft, e.Scored))).ToList();
        FigureTable.Add(draft, rows, english);
        Beside(draft, sides, [], entries[0], english);
        return draft;
    }

    // The year that most sides have comes first, so that places are set side by side in one year where they can be.
    private static List<Entry> Chosen(ImmutableArray<Side> sides, bool english)
    {
        var found = sides.Where(s => !s.Chosen.IsEmpty).ToList();
        if (found.Count == 0)
            return [];
        var year = found.SelectMany(s => s.Ranked.Where(r => SameThing(r.Figure, s.Chosen[0].Figure)).Select(r => r.Figure.Period?.ToYear).OfType<int>().Distinct())
            .GroupBy(y => y)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .FirstOrDefault()?.Key;
        return [.. found.Select(s =>
        {
            var own = s.Ranked.Where(r => SameThing(r.Figure, s.Chosen[0].Figure)).ToList();
            var chosen = own.Where(r => r.Figure.Period is { IsPartial: false } p && p.ToYear == year).Concat(own.Where(r => r.Figure.Period?.ToYear == year)).Append(s.Chosen[0]).First();
            return new Entry(s, chosen, PlaceAndTime.Of(chosen.Figure, english));
        })];
    }

    private static bool SameThing(Figure a, Figure b) =>
        a.Aspect == b.Aspect && a.Status == b.Status && a.Unit == b.Unit && (a.Indicator is not null ? a.Indicator == b.Indicator : a.Words == b.Words);

    private static (UnitKind, FigureStatus, bool) Kind(Figure figure) =>
        (Units.KindOf(figure.Unit), figure.Status, figure.Period is { IsPartial: true });

    private static bool IsLike(Entry entry, Entry lead, bool english) =>
        Kind(entry.Figure) == Kind(lead.Figure)
        && Comparability.Obstacle(new Operand(entry.Figure, "", entry.Name), new Operand(lead.Figure, "", lead.Name), english) is null;

    private static string First(List<Entry> ranked, Dictionary<Entry, string> markers, bool isLowFirst, bool english)
    {
        var best = ranked.Where(e => e.Size == ranked[0].Size).ToList();
        var names = string.Join(english ? " and " : "、", best.Select(e => $"{e.Name}{(e.Figure.Status is FigureStatus.Target ? english ? " (target)" : "目标" : "")}"));
        var value = Calculation.Written(best[0].Figure) + string.Concat(best.Select(e => markers[e]).Distinct());
        var tie = best.Count > 1;
        if (best[0].Figure.Aspect is FigureAspect.Rank)
            return english ? $"Among the reports, {names} ranks {(isLowFirst ? "last" : "first")}: {value}." : $"资料所及，{names}位次最{(isLowFirst ? "后" : "前")}：{value}。";
        return english
            ? $"Among the reports, {names} {(tie ? "are" : "is")} {(isLowFirst ? "lowest" : "highest")}: {value}."
            : $"资料所及，{names}{(tie ? "并列" : "")}{(isLowFirst ? "最低" : "最高")}：{value}。";
    }

    private static IEnumerable<string> Cautions(List<Entry> ranked, bool english)
    {
        var years = ranked.Select(e => e.Figure.Period?.ToYear).OfType<int>().Distinct().Order().ToList();
        if (years.Count > 1 && ranked.Select(e => e.Figure.Region).Distinct().Count() > 1)
            yield return english ? "The years of the figures differ (see the table), so the order is a rough one." : "各地数据年份不同（见表），排序仅供参考。";

        if (ranked.Any(e => Exactnesses.Of(e.Figure) is not Exactness.Exact))
            yield return english ? "Some figures are round numbers or bounds, kept as written; close places are not told apart by them." : "部分数字是约数或界限（按原文保留），相近的名次不能据此断定。";
    }

    // Who has no figure, or one that may not stand in the order, is named.
    private static void Beside(AnswerDraft draft, ImmutableArray<Side> sides, List<Entry> unlike, Entry lead, bool english)
    {
        foreach (var entry in unlike)
        {
            var marker = ComparisonComposer.Cite(draft, entry.Scored);
            var kind = entry.Figure.Status != lead.Figure.Status
                ? entry.Figure.Status is FigureStatus.Target ? english ? "a target" : "目标" : english ? "a result" : "结果"
                : entry.Figure.Period is { IsPartial: true } ? english ? "part of the year" : "非全年数"
                : english ? "of another kind" : "口径不同";
            draft.Line(english
                ? $"Not in the order: {entry.Name}, {Calculation.Written(entry.Figure)}{marker} ({kind})."
                : $"未列入排序：{entry.Name}{Calculation.Written(entry.Figure)}{marker}（{kind}）。");
        }

        var missing = sides.Where(s => s.Chosen.IsEmpty).Select(s => s.Slot.Region ?? Wording.Join(s.Slot.Years)).Distinct().ToList();
        if (missing.Count > 0)
            draft.Line(english ? $"The reports state no such figure for {string.Join(", ", missing)}." : $"资料没有写明{string.Join('、', missing)}的这一数据。");
    }

    [GeneratedRegex("最|排|highest|lowest|most|least|rank")]
    private static partial Regex Superlative();

    [GeneratedRegex("最低|最少|最小|最慢|垫底|从低到高|从少到多|倒数|lowest|least|fewest|smallest")]
    private static partial Regex Lowest();
}
