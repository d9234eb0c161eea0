using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Looks figures up by what people call things: 绍兴 for 绍兴市, 高企 for 国家高新技术企业.</summary>
internal sealed class LedgerSearch(IReportIndex index, IndicatorVocabulary vocabulary)
{
    private const int LargestPage = LedgerRequest.MaximumLimit;

    private readonly RegionNames _regions = new(index);

    /// <summary>The page of figures that a request asks for.</summary>
    public async Task<FigurePage> FindAsync(LedgerRequest request, CancellationToken cancellationToken)
    {
        var filter = await SettleAsync(request, cancellationToken);
        if (filter.IsWhole)
            return await index.FindFiguresAsync(filter.Query with { Offset = request.Offset, Limit = request.Limit }, cancellationToken);

        var page = ImmutableArray.CreateBuilder<LedgerFigure>();
        int total = 0;
        await foreach (var figure in AllAsync(filter, cancellationToken))
        {
            if (total++ >= request.Offset && page.Count < request.Limit)
                page.Add(figure);
        }

        return new FigurePage(page.ToImmutable(), total);
    }

    /// <summary>Every figure that a request asks for, whatever its offset and limit, fetched page by page.</summary>
    public async IAsyncEnumerable<LedgerFigure> AllAsync(
        LedgerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = await SettleAsync(request, cancellationToken);
        await foreach (var figure in AllAsync(filter, cancellationToken))
            yield return figure;
    }

    private async IAsyncEnumerable<LedgerFigure> AllAsync(Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int offset = 0; ; offset += LargestPage)
        {
            var page = await index.FindFiguresAsync(filter.Query with { Offset = offset, Limit = LargestPage }, cancellationToken);
            foreach (var found in page.Figures.Where(found => filter.Fits(found.Figure)))
                yield return found;
            if (offset + LargestPage >= page.Total || page.Figures.IsEmpty)
                yield break;
        }
    }

    // By its canonical name where it has one and that finds anything, else as text.
    private async Task<Filter> SettleAsync(LedgerRequest request, CancellationToken cancellationToken)
    {
        var open = new Filter(new FigureQuery(
            request.Region is { } region ? _regions.FullNameOf(region) : null,
            Text: request.Text,
            FromYear: request.Period?.FromYear,
            ToYear: request.Period?.ToYear,
            Status: request.Status,
            Aspect: request.Aspect,
            Report: request.Report,
            IsDoubtful: request.IsDoubtful,
            IsCorrected: request.IsCorrected));
        if (request.Period is { IsPartial: true } months)
            open = open with { Months = months };
        if (request.Indicator is not { } indicator)
            return open;

        if (vocabulary.Resolve(indicator)?.Canonical is { } canonical)
        {
            var exact = open with { Query = open.Query with { Indicator = canonical } };
            await foreach (var _ in AllAsync(exact, cancellationToken))
                return exact;
        }

        return open.Query.Text is null
            ? open with { Query = open.Query with { Text = indicator } }
            : open with { SecondText = TextFolding.Fold(indicator) };
    }

    /// <summary>A query of the index, and what that can't ask.</summary>
    /// <param name="Months">Only figures of just these months: the index narrows by years.</param>
    /// <param name="SecondText">Folded; stands in the indicator or its words too.</param>
    private sealed record Filter(FigureQuery Query, Period? Months = null, string? SecondText = null)
    {
        public bool IsWhole => Months is null && SecondText is null;

        public bool Fits(Figure figure) =>
            (Months is null || figure.Period == Months)
            && (SecondText is null || TextFolding.Fold($"{figure.Indicator} {figure.Words}").Contains(SecondText, StringComparison.Ordinal));
    }
}
