using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A report's rows are gone: a newer snapshot has it, or the database is damaged.</summary>
internal sealed class SnapshotOutdatedException(ReportId report)
    : Exception($"Paragraphs of {report} are no longer stored.");
