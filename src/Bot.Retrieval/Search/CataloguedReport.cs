namespace Bot.Retrieval;

/// <summary>A line of the catalogue and the key its rows are stored under; a new version of a report has a new key.</summary>
internal sealed record CataloguedReport(long Key, ReportEntry Entry);
