using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>Finds the measures of the register that may hold at a place.</summary>
public sealed class MeasureShelf(IReportIndex index)
{
    private const int Page = 500;

    // Places inside the one told: enough to know that a narrower answer would bring more.
    private const int MostInside = 20;

    /// <summary>Measures of the place, of the regions around it and of those inside it, as they are on a day.</summary>
    public async Task<ImmutableArray<FoundMeasure>> AroundAsync(Region place, DateOnly today, CancellationToken cancellationToken)
    {
        var regions = new List<string>();
        for (var region = place; region is not null; region = region.Parent)
            regions.Add(region.Name);
        regions.AddRange(Regions().Where(r => Places.Find(r.Name, r.Within) is { } inside && (inside.IsCalled(place.Name) || Places.IsIn(inside, place))).Select(r => r.Name).Take(MostInside));
        regions.AddRange(Places.Country);
        var found = ImmutableArray.CreateBuilder<FoundMeasure>();
        await AddAsync(new MeasureQuery(today, [.. regions.Distinct()], Limit: Page));
        // Documents of the central offices are of no region; nor are those whose region isn't known, which hold nowhere.
        foreach (var national in index.Catalogue.Where(e => e.Measures > 0 && e.Metadata is { Region: null } metadata && Places.IsCentral(metadata.Issuer)))
            await AddAsync(new MeasureQuery(today, Report: national.Id, Limit: Page));
        return found.ToImmutable();

        async Task AddAsync(MeasureQuery query)
        {
            var before = found.Count;
            MeasurePage page;
            do
            {
                page = await index.FindMeasuresAsync(query with { Offset = found.Count - before }, cancellationToken);
                found.AddRange(page.Measures);
            }
            while (found.Count - before < page.Total && !page.Measures.IsEmpty);
        }
    }

    /// <summary>The regions whose documents set measures in force, or undated, on a day; those with most first.</summary>
    public async Task<ImmutableArray<Region>> PlacesWithRulesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(today, cancellationToken);
        return
        [
            .. rules.Select(m => (m.Measure.Region ?? m.Metadata.Region) is { } name ? Places.Find(name, m.Metadata.WithinRegion) : null)
                .OfType<Region>().CountBy(r => r).OrderByDescending(c => c.Value).Select(c => c.Key),
        ];
    }

    /// <summary>The recognitions and platforms that measures in force, or undated, on a day ask for, by usual name; the most named first.</summary>
    public async Task<ImmutableArray<string>> StandingsInRulesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(today, cancellationToken);
        return [.. rules.SelectMany(StandingsIn).CountBy(name => name).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }

    // Of a large register the first: enough to know what there is.
    private async Task<IEnumerable<FoundMeasure>> RulesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (!index.Catalogue.Any(e => e.Measures > 0))
            return [];
        var page = await index.FindMeasuresAsync(new MeasureQuery(today, Standing: MeasureStanding.Rule, Limit: Page), cancellationToken);
        return page.Measures.Where(m => m.State is MeasureState.InForce or MeasureState.Undated);
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
}
