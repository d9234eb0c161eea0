using System.Collections.Immutable;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>A page that says why there is nothing to show, and where to go instead.</summary>
internal sealed record NoticePage(int Status, string Title, string Detail, ImmutableArray<ReportEntry> Reports)
{
    public static NoticePage Of(Problem problem) => new(problem.Status, problem.Title, problem.Detail, []);

    public static NoticePage NotFound(string title, string detail, ImmutableArray<ReportEntry> reports) =>
        new(StatusCodes.Status404NotFound, title, detail, reports);

    public Task WriteAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "/";
        string toRoot = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/') - 1));
        return new PageFrame(Title, toRoot, Body(toRoot)).WriteAsync(context, Status);
    }

    private Html Body(string toRoot) => Html.Of(
        $"""
        <main id="content" class="notice-page">
        <h1>{Title}</h1>
        <p>{Detail}</p>
        {(Reports.IsEmpty ? Html.Empty : List(toRoot))}
        </main>
        """);

    private Html List(string toRoot) => Html.Of(
        $"""
        <h2>已收录的报告</h2>
        <ul class="report-links">
        {Html.Join(Reports.Select(entry => Line(entry, toRoot)))}</ul>
        """);

    private static Html Line(ReportEntry entry, string toRoot) => entry.Metadata is { } metadata && entry.IsSearchable
        ? Html.Of($"<li><a href=\"{toRoot}reports/{Uri.EscapeDataString(entry.Id.Value)}\">{metadata.Title}</a></li>\n")
        : Html.Of($"<li class=\"failed\">{entry.File}：未能读取。{entry.Problem}</li>\n");
}
