using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Finds the measures of the register that may hold at a place.</summary>
public sealed class MeasureShelf(IReportIndex index)
{
    private const int Page = 500;

    // Places inside the one told: enough to know that a narrower answer would bring more.
    private const int MostInside = 20;

    private volatile Overview? _overview;

    /// <summary>Measures of the place, of the regions around it and of those inside it, as they are on a day.</summary>
    public async Task<ImmutableArray<FoundMeasure>> AroundAsync(Region place, DateOnly today, CancellationToken cancellationToken)
    {
        var regions = new List<string>();
        for (var region = place; region is not null; region = region.Parent)
            regions.Add(region.Name);
        regions.AddRange(Regions().Where(r => Places.Find(r.Name, r.Within) is { } inside && (inside.IsCalled(place.Name) || Places.IsIn(inside, place))).Select(r => r.Name).Take(MostInside));
        regions.AddRange(Places.Country);
        return await FindAsync(today, [.. regions.Distinct()], cancellationToken);
    }

    /// <summary>Measures that hold in the whole country, as they are on a day.</summary>
    public Task<ImmutableArray<FoundMeasure>> NationalAsync(DateOnly today, CancellationToken cancellationToken) =>
        FindAsync(today, Places.Country, cancellationToken);

    /// <summary>The regions whose documents set measures in force, or undated, on a day; those with most first.</summary>
    public async Task<ImmutableArray<Region>> PlacesWithRulesAsync(DateOnly today, CancellationToken cancellationToken) =>
        (await OverviewAsync(today, cancellationToken)).Places;

    /// <summary>The recognitions and platforms that measures in force, or undated, on a day ask for, by usual name; the most named first.</summary>
    public async Task<ImmutableArray<string>> StandingsInRulesAsync(DateOnly today, CancellationToken cancellationToken) =>
        (await OverviewAsync(today, cancellationToken)).Standings;

    private async Task<ImmutableArray<FoundMeasure>> FindAsync(DateOnly today, ImmutableArray<string> regions, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<FoundMeasure>();
        // Documents of the central offices are of no region; nor are those whose region isn't known, which hold nowhere.
        var central = index.Catalogue.Where(e => e.Measures > 0 && e.Metadata is { Region: null } metadata && Places.IsCentral(metadata.Issuer));
        foreach (var query in central.Select(e => new MeasureQuery(today, Report: e.Id)).Prepend(new MeasureQuery(today, regions)))
        {
            await foreach (var measure in AllAsync(query, cancellationToken))
                found.Add(measure);
        }

        return found.ToImmutable();
    }

    // The whole register is gone through once for each state of the corpus and each day; what staff correct shows with the next of them.
    private async Task<Overview> OverviewAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var catalogue = index.Catalogue;
        if (_overview is { } known && known.Catalogue == catalogue && known.Day == today)
            return known;
        var places = new Dictionary<Region, int>();
        var standings = new Dictionary<string, int>(StringComparer.Ordinal);
        if (catalogue.Any(e => e.Measures > 0))
        {
            await foreach (var measure in AllAsync(new MeasureQuery(today, Standing: MeasureStanding.Rule), cancellationToken))
                Count(measure);
        }

        return _overview = new Overview(
            catalogue, today,
            [.. places.OrderByDescending(p => p.Value).Select(p => p.Key)],
            [.. standings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key)]);

        void Count(FoundMeasure measure)
        {
            if (measure.State is not (MeasureState.InForce or MeasureState.Undated))
                return;
            if ((measure.Measure.Region ?? measure.Metadata.Region) is { } name && Places.Find(name, measure.Metadata.WithinRegion) is { } region)
                places[region] = places.GetValueOrDefault(region) + 1;
            foreach (var standing in StandingsIn(measure))
                standings[standing] = standings.GetValueOrDefault(standing) + 1;
        }
    }

    private async IAsyncEnumerable<FoundMeasure> AllAsync(MeasureQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0;
        MeasurePage page;
        do
        {
            page = await index.FindMeasuresAsync(query with { Offset = read, Limit = Page }, cancellationToken);
            foreach (var measure in page.Measures)
                yield return measure;
            read += page.Measures.Length;
        }
        while (read < page.Total && !page.Measures.IsEmpty);
    }

    private static IEnumerable<string> StandingsIn(FoundMeasure found) => found.Measure.Conditions
        .Where(c => c.Kind is ConditionKind.Recognition or ConditionKind.Platform)
        .SelectMany(c => c.Words)
        .Select(w => StandingName.Of(w).Name)
        .Distinct();

    private IEnumerable<(string Name, string? Within)> Regions() => index.Catalogue
        .Where(e => e.Measures > 0 && e.Metadata?.Region is not null)
        .Select(e => (e.Metadata!.Region!, e.Metadata.WithinRegion))
        .Distinct();

    private sealed record Overview(
        ImmutableArray<ReportEntry> Catalogue, DateOnly Day, ImmutableArray<Region> Places, ImmutableArray<string> Standings);
}
