namespace Bot.Corpus;

/// <summary>Another document as a document names it: 《…办法》（X政办发〔2019〕12号）.</summary>
/// <param name="Title">Without the brackets.</param>
/// <param name="DocumentNumber">Null when not written.</param>
/// <param name="Span">In <see cref="Report.Text"/>.</param>
public sealed record NamedDocument(string Title, string? DocumentNumber, TextSpan Span)
{
    /// <summary>True when a report is the named one: by its number where both have one, else by its title.</summary>
    public bool Is(ReportMetadata report) => DocumentName.Of(this).Means(DocumentName.Of(report));
}
