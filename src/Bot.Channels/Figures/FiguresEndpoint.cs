using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /api/figures</c>: the figure ledger as JSON, a page at a time, or whole as CSV.</summary>
internal sealed class FiguresEndpoint(LedgerSearch ledger, FigureCsv csv, ReportLinks links)
{
    private const string Json = "application/json";

    private static readonly string[] Offered = [Json, FigureCsv.MediaType];

    private static readonly Problem NotAcceptable = Problem.Of(
        StatusCodes.Status406NotAcceptable, "not-acceptable", "没有这种格式", $"可以取得的格式：{Json}、{FigureCsv.MediaType}（请求头 Accept，或参数 format=json、format=csv）。");

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        var (request, problems) = LedgerRequest.Read(context.Request.Query);
        var (type, problem) = FormatOf(context.Request);
        if (problems.FirstOrDefault() is { } first)
            await first.WriteAsync(context);
        else if (problem is not null)
            await problem.WriteAsync(context);
        else if (type == FigureCsv.MediaType)
            await csv.WriteAsync(context, request);
        else
            await WriteJsonAsync(context, request);
    }

    // A link can't set headers, hence the parameter; it wins.
    private static (string? Type, Problem? Problem) FormatOf(HttpRequest request) => request.Query["format"].ToString() switch
    {
        "json" => (Json, null),
        "csv" => (FigureCsv.MediaType, null),
        "" => MediaChoice.Of(request, Offered) is { } type ? (type, null) : (null, NotAcceptable),
        var other => (null, QueryReader.Refused("format", other, "json、csv")),
    };

    private async Task WriteJsonAsync(HttpContext context, LedgerRequest request)
    {
        var page = await ledger.FindAsync(request, context.RequestAborted);
        var body = new FigureListBody(
            page.Total, request.Offset, request.Limit, [.. page.Figures.Select(figure => FigureRow.Of(figure, links))]);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.FigureListBody, contentType: null, context.RequestAborted);
    }
}
