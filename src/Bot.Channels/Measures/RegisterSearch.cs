using System.Runtime.CompilerServices;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Looks measures up as a request asks for them.</summary>
internal sealed class RegisterSearch(IReportIndex index, TimeProvider time)
{
    private readonly RegionNames _regions = new(index);

    /// <summary>The page of measures that a request asks for.</summary>
    public Task<MeasurePage> FindAsync(RegisterRequest request, CancellationToken cancellationToken) =>
        index.FindMeasuresAsync(QueryOf(request), cancellationToken);

    /// <summary>Every measure that a request asks for, whatever its offset and limit, fetched page by page.</summary>
    public async IAsyncEnumerable<FoundMeasure> AllAsync(RegisterRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = QueryOf(request) with { Offset = 0, Limit = RegisterRequest.MaximumLimit };
        for (var page = new MeasurePage([], 1); query.Offset < page.Total; query = query with { Offset = query.Offset + query.Limit })
        {
            page = await index.FindMeasuresAsync(query, cancellationToken);
            foreach (var found in page.Measures)
                yield return found;
        }
    }

    /// <summary>The measure of a report, hidden or not; null when there is none of this number.</summary>
    public async Task<FoundMeasure?> FindAsync(ReportId report, int number, CancellationToken cancellationToken)
    {
        var query = new MeasureQuery(Today, Report: report, IsHidden: null, Limit: RegisterRequest.MaximumLimit);
        for (var page = new MeasurePage([], 1); query.Offset < page.Total; query = query with { Offset = query.Offset + query.Limit })
        {
            page = await index.FindMeasuresAsync(query, cancellationToken);
            if (page.Measures.FirstOrDefault(found => found.Measure.Number == number) is { } found)
                return found;
        }
        return null;
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private MeasureQuery QueryOf(RegisterRequest request)
    {
        // A place and a region together: what holds at the place and is set by that region. No region is called "".
        string[] named = request.Region is { } region ? [_regions.FullNameOf(region)] : [];
        string[] holding = request.Place is { } place ? [.. _regions.WithLarger(place)] : [];
        return new MeasureQuery(
            request.Date ?? Today,
            named.Length == 0 ? [.. holding] : holding.Length == 0 || holding.Contains(named[0]) ? [.. named] : [""],
            request.Instrument,
            request.State,
            Text: request.Text,
            HasGaps: request.HasGaps,
            IsCorrected: request.IsCorrected,
            IsHidden: request.IsHidden,
            Report: request.Report,
            Offset: request.Offset,
            Limit: request.Limit);
    }
}
