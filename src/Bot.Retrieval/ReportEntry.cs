using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>One line of the catalogue: a report that can be searched, or a file that could not be read.</summary>
/// <param name="File">File name in the corpus folder.</param>
/// <param name="ContentHash">As <see cref="Report.ContentHash"/>; of the file that failed, where reading failed.</param>
/// <param name="Metadata">Null when the file could not be read.</param>
/// <param name="MentionedYears">Every year its sentences speak of, ascending (targets for later years, results of earlier ones).</param>
/// <param name="Problem">Why it could not be read and how to mend that, in Chinese; null for a searchable report.</param>
/// <param name="IndexedAt">When it was stored; no two stored versions of a report have the same.</param>
public sealed record ReportEntry(
    ReportId Id,
    string File,
    string ContentHash,
    ReportMetadata? Metadata,
    int Paragraphs,
    int Figures,
    ImmutableArray<int> MentionedYears,
    ImmutableArray<string> Warnings,
    string? Problem,
    DateTimeOffset IndexedAt)
{
    public bool IsSearchable => Problem is null;

    /// <summary>How many measures were read from it.</summary>
    public int Measures { get; init; }

    /// <summary>First day of the rules that it sets; null: it sets none, or doesn't say.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The documents that it ends, by its measures' validity or its own words.</summary>
    public ImmutableArray<Repeal> Repeals { get; init; } = [];

    /// <summary>Another bot stored it in an index that several share: that one alone follows its file.</summary>
    public bool IsOthers { get; init; }

    /// <summary>The line of a report that was read.</summary>
    internal static ReportEntry Of(Report report, string file, DateTimeOffset at)
    {
        var years = report.Paragraphs
            .SelectMany(p => p.Sentences.IsEmpty ? p.Years : p.Sentences.SelectMany(s => s.Years))
            .Distinct()
            .Order();
        var validity = MeasureReader.ReadValidity(report.Metadata, report.Paragraphs);
        return new ReportEntry(
            report.Id, file, report.ContentHash, report.Metadata, report.Paragraphs.Length, report.Figures.Length,
            [.. years], report.Warnings, null, at)
        {
            Measures = report.Measures.Length,
            InForceFrom = report.Measures.Where(m => m.Standing == MeasureStanding.Rule).Min(m => m.Validity.From),
            Repeals =
            [
                // A notice that only ends others sets no measures.
                .. report.Measures.Select(m => m.Validity).Append(validity)
                    .SelectMany(v => v.Repeals.Select(document => new Repeal(document, v.From ?? report.Metadata.PublicationDate)))
                    .DistinctBy(r => (r.Document.Span, r.From)),
            ],
        };
    }

    /// <summary>The line of a file that could not be read.</summary>
    internal static ReportEntry Of(ReadOutcome.Failure failure, string file, string contentHash, DateTimeOffset at) => new(
        failure.Id, file, contentHash, null, 0, 0, [], [], $"{failure.Problem}（{failure.Remedy}）", at);
}
