using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /api/reports</c>, <c>/api/reports/{id}</c> and <c>/api/examples</c>.</summary>
internal sealed class ReportEndpoints(IReportIndex index, ReportLinks links, ExampleQuestions examples)
{
    public Task ListAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        index.Catalogue.Select(ReportLineBody.Of), WireJson.Wire.IEnumerableReportLineBody, contentType: null, context.RequestAborted);

    public async Task ShowAsync(HttpContext context)
    {
        var id = ReportIdOf(context);
        if (await index.LoadAsync(id, context.RequestAborted) is { } report)
        {
            await context.Response.WriteAsJsonAsync(
                ReportBody.Of(report, links), WireJson.Wire.ReportBody, contentType: null, context.RequestAborted);
            return;
        }

        var failed = index.Catalogue.FirstOrDefault(entry => entry.Id == id && !entry.IsSearchable);
        await Problem.NotFound(failed is null
            ? $"没有编号为“{id}”的报告，已收录的报告见 /api/reports。"
            : $"报告“{failed.File}”未能读取：{failed.Problem}").WriteAsync(context);
    }

    public Task ListExamplesAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        examples.From(index.Catalogue), WireJson.Wire.IReadOnlyListString, contentType: null, context.RequestAborted);

    public static ReportId ReportIdOf(HttpContext context) => new(context.Request.RouteValues["id"] as string ?? "");
}
