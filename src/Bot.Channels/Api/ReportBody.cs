using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>One line of <c>GET /api/reports</c>.</summary>
/// <param name="Title">The report's title; the file's name where it could not be read.</param>
/// <param name="PublicationDate">yyyy-MM-dd.</param>
/// <param name="Status">ready, failed.</param>
internal sealed record ReportLineBody(
    string Id,
    string File,
    string Title,
    string? Region,
    string? Issuer,
    IReadOnlyList<int> Years,
    DateOnly? PublicationDate,
    int Paragraphs,
    int Figures,
    string Status,
    string? Problem,
    IReadOnlyList<string> Warnings)
{
    public static ReportLineBody Of(ReportEntry entry) => new(
        entry.Id.Value,
        entry.File,
        entry.Metadata?.Title ?? entry.File,
        entry.Metadata?.Region,
        entry.Metadata?.Issuer,
        entry.Metadata is { } metadata ? metadata.CoveredYears : [],
        entry.Metadata?.PublicationDate,
        entry.Paragraphs,
        entry.Figures,
        entry.IsSearchable ? "ready" : "failed",
        entry.Problem,
        entry.Warnings);
}

/// <summary>What <c>GET /api/reports/{id}</c> gives: the report with its paragraphs.</summary>
internal sealed record ReportBody(
    string Id,
    string Title,
    string? Region,
    string? Issuer,
    IReadOnlyList<int> Years,
    DateOnly? PublicationDate,
    string? Address,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<ParagraphBody> Paragraphs)
{
    public static ReportBody Of(Report report, ReportLinks links) => new(
        report.Id.Value,
        report.Metadata.Title,
        report.Metadata.Region,
        report.Metadata.Issuer,
        report.Metadata.CoveredYears,
        report.Metadata.PublicationDate,
        report.Metadata.Address?.AbsoluteUri,
        report.Warnings,
        [.. report.Paragraphs.Select(paragraph => ParagraphBody.Of(paragraph, links.To(report.Id, paragraph.Number)))]);
}

/// <param name="Kind">body, title, heading, metadata, tableRow.</param>
/// <param name="Part">summary, plan, unknown.</param>
internal sealed record ParagraphBody(
    int Number, string Kind, string Section, string Part, IReadOnlyList<int> Years, string Text, string Url)
{
    public static ParagraphBody Of(Paragraph paragraph, string url) => new(
        paragraph.Number,
        paragraph.Kind switch
        {
            ParagraphKind.Title => "title",
            ParagraphKind.Heading => "heading",
            ParagraphKind.Metadata => "metadata",
            ParagraphKind.TableRow => "tableRow",
            _ => "body",
        },
        paragraph.SectionPath,
        paragraph.Part switch { ReportPart.Summary => "summary", ReportPart.Plan => "plan", _ => "unknown" },
        paragraph.Years,
        paragraph.Text,
        url);
}
