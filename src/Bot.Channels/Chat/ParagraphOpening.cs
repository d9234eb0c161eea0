using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Opens the paragraph that a button or a link names.</summary>
internal static class ParagraphOpening
{
    /// <returns>Null when the report, or the paragraph in it, is there no longer.</returns>
    public static async Task<ChatOutput.Opened?> OpenAsync(IReportIndex index, ReportToken report, int paragraph, CancellationToken cancellationToken) =>
        report.Find(index.Catalogue.Where(e => e.IsSearchable).Select(e => e.Id)) is { } id
        && await index.LoadParagraphsAsync([new ParagraphAddress(id, paragraph)], cancellationToken) is [var found]
            ? ChatOutput.Opened.Of(found)
            : null;
}
