using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /api/measures</c>: the register of measures as JSON, a page at a time, or whole as CSV.</summary>
internal sealed class MeasuresEndpoint(RegisterSearch register, MeasureCsv csv, ReportLinks links)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        var (request, problems) = RegisterRequest.Read(context.Request.Query);
        var (isCsv, problem) = ListFormat.Of(context.Request);
        if ((problems.FirstOrDefault() ?? problem) is { } refused)
            await refused.WriteAsync(context);
        else if (isCsv)
            await csv.WriteAsync(context, request);
        else
            await WriteJsonAsync(context, request);
    }

    private async Task WriteJsonAsync(HttpContext context, RegisterRequest request)
    {
        var page = await register.FindAsync(request, context.RequestAborted);
        var body = new MeasureListBody(
            page.Total, request.Offset, request.Limit, [.. page.Measures.Select(measure => MeasureBody.Of(measure, links))]);
        await context.Response.WriteAsJsonAsync(body, WireJson.Wire.MeasureListBody, contentType: null, context.RequestAborted);
    }
}
