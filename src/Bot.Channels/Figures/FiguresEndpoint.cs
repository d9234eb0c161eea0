using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /api/figures</c>: the figure ledger as JSON, a page at a time, or whole as CSV.</summary>
internal sealed class FiguresEndpoint(LedgerSearch ledger, FigureCsv csv, ReportLinks links)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        var (request, problems) = LedgerRequest.Read(context.Request.Query);
        var (isCsv, problem) = ListFormat.Of(context.Request);
        if (problems.FirstOrDefault() is { } first)
            await first.WriteAsync(context);
        else if (problem is not null)
            await problem.WriteAsync(context);
        else if (isCsv)
            await csv.WriteAsync(context, request);
        else
            await WriteJsonAsync(context, request);
    }

    private async Task WriteJsonAsync(HttpContext context, LedgerRequest request)
    {
        var page = await ledger.FindAsync(request, context.RequestAborted);
        var body = new FigureListBody(
            page.Total, request.Offset, request.Limit, [.. page.Figures.Select(figure => FigureRow.Of(figure, links))]);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.FigureListBody, contentType: null, context.RequestAborted);
    }
}
