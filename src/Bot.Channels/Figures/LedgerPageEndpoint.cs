using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /figures</c>: the figure ledger as a page.</summary>
internal sealed class LedgerPageEndpoint(
    LedgerSearch ledger, IReportIndex index, IndicatorVocabulary vocabulary, ReportLinks links, CorrectionEndpoints corrections)
{
    private const int FiguresOnPage = 50;

    // More than anyone reads through; typing into the address still finds the rest.
    private const int ReportsOffered = 200;

    public async Task HandleAsync(HttpContext context)
    {
        var (request, problems) = LedgerRequest.Read(context.Request.Query);
        if (!request.Given.ContainsKey("limit"))
            request = request with { Limit = FiguresOnPage };
        var found = problems.IsEmpty ? await ledger.FindAsync(request, context.RequestAborted) : new FigurePage([], 0);
        var wider = problems.IsEmpty && found.Total == 0 ? await WidenAsync(request, context.RequestAborted) : [];
        var page = new LedgerPage(request, Form(), found, problems, wider, links, corrections.AreOpen);
        var frame = new PageFrame("数字台账", "", page.Render()) { Style = "figures.css", Script = "figures.js" };
        await frame.WriteAsync(context, problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // What leaving out one filter would find, the most first.
    private async Task<ImmutableArray<WiderSearch>> WidenAsync(LedgerRequest request, CancellationToken cancellationToken)
    {
        var wider = new List<WiderSearch>();
        foreach (var (filter, without) in request.WithoutOne())
        {
            var found = await ledger.FindAsync(without with { Offset = 0, Limit = 1 }, cancellationToken);
            wider.Add(new(LedgerForm.NameOf(filter), request.Given[filter], request.Query((filter, null), ("offset", null)), found.Total));
        }

        return [.. wider.OrderByDescending(search => search.Total)];
    }

    private LedgerForm Form()
    {
        var reports = index.Catalogue.Where(entry => entry.IsSearchable).ToArray();
        return new LedgerForm(
            [.. reports.Select(entry => entry.Metadata?.Region).OfType<string>().Distinct().Take(ReportsOffered)],
            [.. vocabulary.Indicators.Select(indicator => indicator.Name)],
            [.. reports.Take(ReportsOffered).Select(entry => (entry.Id.Value, entry.Metadata?.Title ?? entry.File))]);
    }
}
