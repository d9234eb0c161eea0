using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Chooses one figure per year: the whole year before part of it, the year's own report before a later one's mention.</summary>
internal static class TrendPoints
{
    /// <summary>Series of these figures of one region, kind and status; several where the text sets apart what the ledger doesn't (吸纳, 输出).</summary>
    /// <param name="asked">The folded question, which may name what sets them apart.</param>
    public static ImmutableArray<TrendSeries> Of(string region, FigureStatus status, IEnumerable<LedgerFigure> figures, string asked)
    {
        var all = figures.ToList();
        if (AreUnequalInOneSentence(all))
        {
            var named = all.Where(f => FigureIdentity.IsNamedIn(f, asked)).ToList();
            all = named.Count > 0 ? named : [.. all.Where(f => !FigureIdentity.IsPart(f))];
        }

        if (!AreUnequalInOneSentence(all))
            return Series("", all);
        return [.. all.GroupBy(FigureIdentity.ModifierOf).Where(g => g.Key.Length > 0 && !AreUnequalInOneSentence([.. g]))
            .SelectMany(g => Series(g.Key, g))];

        ImmutableArray<TrendSeries> Series(string modifier, IEnumerable<LedgerFigure> own)
        {
            var points = own.GroupBy(f => (f.Figure.Period!.Value.FromYear, f.Figure.Period!.Value.ToYear)).OrderBy(g => g.Key.ToYear).ThenBy(g => g.Key.FromYear)
                .Select(g => Choose([.. g])).ToImmutableArray();
            return points.IsEmpty ? [] : [new TrendSeries(region, status, modifier, points)];
        }
    }

    private static TrendPoint Choose(ImmutableArray<LedgerFigure> stated)
    {
        // A later month holds the earlier ones; the whole year holds all.
        var until = stated.Max(Months);
        var ranked = stated.Where(f => Months(f) == until)
            .OrderByDescending(IsOwnYears)
            .ThenBy(f => Rounding.IsRough(f.Figure))
            .ThenByDescending(f => f.Paragraph.Metadata.SummaryYear)
            .ThenBy(f => f.Paragraph.Report)
            .ThenBy(f => f.Figure.Span.Start)
            .ToImmutableArray();
        var others = ImmutableArray.CreateBuilder<LedgerFigure>();
        foreach (var other in ranked.Skip(1))
        {
            if (Disagreement.Between(ranked[0], other) && !others.Any(o => Rounding.Agree(o.Figure, other.Figure)))
                others.Add(other);
        }

        return new TrendPoint(ranked[0], others.ToImmutable());
    }

    private static int Months(LedgerFigure stated) => stated.Figure.Period!.Value is var p && p.FromMonth == 1 ? p.ToMonth : 0;

    private static bool IsOwnYears(LedgerFigure stated)
    {
        var metadata = stated.Paragraph.Metadata;
        return (stated.Figure.Status == FigureStatus.Target ? metadata.PlanYear : metadata.SummaryYear) == stated.Figure.Period!.Value.ToYear;
    }

    // Two values of one sentence are of two things, whatever the ledger's fields say.
    private static bool AreUnequalInOneSentence(List<LedgerFigure> figures) =>
        figures.GroupBy(f => (f.Paragraph.Report, f.Figure.Sentence, f.Figure.Period))
            .Any(g => g.Select(f => f.Figure.Value * Units.Scale(f.Figure.Unit)).Distinct().Count() > 1);
}
