using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary><c>GET /reports/{id}</c>: the cleaned report as a page, <c>?quote=</c> marking a sentence in it.</summary>
internal sealed class ReportPageEndpoint(IReportIndex index)
{
    public async Task HandleAsync(HttpContext context)
    {
        var id = ReportEndpoints.ReportIdOf(context);
        var report = await index.LoadAsync(id, context.RequestAborted);
        if (report is null)
            await Missing(id).WriteAsync(context);
        else
            await new PageFrame(report.Metadata.Title, "../", new ReportPage(report, QuoteIn(context.Request)).Render()).WriteAsync(context);
    }

    private static string? QuoteIn(HttpRequest request) =>
        request.Query["quote"].ToString().Trim() is { Length: > 0 } quote ? quote : null;

    private NoticePage Missing(ReportId id)
    {
        var failed = index.Catalogue.FirstOrDefault(entry => entry.Id == id && !entry.IsSearchable);
        return failed is null
            ? NoticePage.NotFound("没有这份报告", $"没有编号为“{id}”的报告，它可能已被移除或改名。", index.Catalogue)
            : NoticePage.NotFound("这份报告未能读取", $"“{failed.File}”：{failed.Problem}", index.Catalogue);
    }
}
