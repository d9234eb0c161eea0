using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Finds the figures of one indicator over the years, in every report, for each region asked about.</summary>
internal sealed class TrendFinder(IReportIndex index, EvidenceFinder finder, Attributes attributes)
{
    // Below this a figure is about something else.
    private const double Enough = 0.45;
    private const double EnoughRecall = 0.5;

    // Figures nearly as good as the best may be the same indicator's other side, which more years state.
    private const double NearlyAsGood = 0.15;
    private const int MostLeads = 6;
    private const int BothStated = 100;
    private const int MostRegions = 6;

    /// <summary>Series in order of region, results before targets, all of one kind; empty when no sound figure goes by the question's words.</summary>
    /// <param name="from">First year wanted; null: no bound.</param>
    public async Task<ImmutableArray<TrendSeries>> FindAsync(
        QuestionReading reading, Scope scope, int? from, int? to, CancellationToken cancellationToken)
    {
        var regions = scope.Reports.Select(r => r.Metadata!.Region).OfType<string>().Distinct().Take(MostRegions).ToList();
        var evidence = await finder.FindAsync(reading.Terms, scope, cancellationToken);
        var leads = Leads(reading, evidence);
        ImmutableArray<TrendSeries> best = [];
        foreach (var lead in leads)
        {
            var series = ImmutableArray.CreateBuilder<TrendSeries>();
            foreach (var region in regions)
                series.AddRange(Series(await StatedAsync(region, lead, evidence, cancellationToken), region, reading, from, to));
            // An earlier lead goes by the question better: a later one must state more years to take its place.
            if (Worth(series, reading.Status) > Worth(best, reading.Status))
                best = series.ToImmutable();
        }

        return best;
    }

    // Years stated; where results and targets are asked for, series without one of them are worth less than any with both.
    private static int Worth(IReadOnlyCollection<TrendSeries> series, AskedStatus asked) =>
        series.Where(s => s.Modifier.Length == 0 || s.Points.Length > 1).Select(s => s.Points.Length).DefaultIfEmpty().Max()
        + (asked == AskedStatus.Both && series.Select(s => s.Status).Distinct().Count() > 1 ? BothStated : 0);

    private List<Figure> Leads(QuestionReading reading, Evidence evidence)
    {
        var wanted = attributes.In(reading.Folded);
        var ranked = FigureChoice.Rank(reading, [], AskedStatus.Any, evidence)
            .Where(r => r.Figure.Aspect != FigureAspect.Difference || reading.Aspects.Contains(FigureAspect.Difference))
            .Where(r => reading.Aspects.IsEmpty || IsAsked(r.Figure.Aspect, reading.Aspects))
            .Where(r => r.Score >= Enough && FigureChoice.Recall(r.Figure, evidence.Terms) >= EnoughRecall)
            .Where(r => wanted.All(group => Holds(r, group)))
            .ToList();
        var leads = new List<Figure>();
        foreach (var one in ranked.TakeWhile(r => r.Score >= ranked[0].Score - NearlyAsGood))
        {
            if (leads.Count < MostLeads && !leads.Any(l => FigureIdentity.AreOfOneKind(l, one.Figure)))
                leads.Add(one.Figure);
        }

        return leads;
    }

    // A stock without a word for it (数量达156家) is what 总数 asks for.
    private static bool IsAsked(FigureAspect aspect, ImmutableHashSet<FigureAspect> asked) =>
        asked.Contains(aspect) || (aspect == FigureAspect.Level && asked.Overlaps([FigureAspect.Cumulative]));

    private static bool Holds(FigureChoice.Scored scored, ImmutableArray<string> attribute)
    {
        var figure = scored.Figure;
        var own = TextFolding.Fold($"{figure.Words} {figure.Indicator} {figure.Base}");
        return attribute.Any(w => own.Contains(w, StringComparison.Ordinal) || scored.Sentence.Folded.Contains(w, StringComparison.Ordinal));
    }

    private async Task<IEnumerable<LedgerFigure>> StatedAsync(string region, Figure lead, Evidence evidence, CancellationToken cancellationToken)
    {
        var page = await index.FindFiguresAsync(
            new FigureQuery(region, lead.Indicator ?? lead.Words, Aspect: lead.Aspect, IsDoubtful: false, Limit: 1000), cancellationToken);
        // Words outside the vocabulary differ from report to report by what is only said around them (实现, 累计).
        var near = lead.Indicator is not null
            ? []
            : evidence.Sentences.SelectMany(s => s.Figures.Where(f => f.Region == region).Select(f => new LedgerFigure(f, s.Source)));
        return page.Figures.Concat(near)
            .DistinctBy(f => (f.Paragraph.Report, f.Figure.Span))
            .Where(f => FigureIdentity.AreOfOneKind(f.Figure, lead) && FigureIdentity.IsOfWholeRegion(f));
    }

    private static IEnumerable<TrendSeries> Series(IEnumerable<LedgerFigure> stated, string region, QuestionReading reading, int? from, int? to)
    {
        var sound = stated
            .Where(f => f.Figure is { Doubt: null, Period: not null } && Levels.Agree(reading.AskedLevels, Levels.Of(TextFolding.Fold(f.Figure.Words))))
            .Where(f => f.Figure.Period!.Value is var p && (from is null || p.FromYear >= from) && (to is null || p.ToYear <= to))
            .ToList();
        return new[] { FigureStatus.Achieved, FigureStatus.Target }
            .Where(status => IsWanted(status, reading.Status))
            .SelectMany(status => TrendPoints.Of(region, status, sound.Where(f => f.Figure.Status == status), reading.Folded));
    }

    private static bool IsWanted(FigureStatus status, AskedStatus asked) => asked switch
    {
        AskedStatus.Both => true,
        AskedStatus.Target => status == FigureStatus.Target,
        _ => status == FigureStatus.Achieved,
    };
}
