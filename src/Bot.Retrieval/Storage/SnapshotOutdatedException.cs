using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A report's rows are gone: a newer snapshot has it, or the database is damaged.</summary>
internal sealed class SnapshotOutdatedException(string message) : Exception(message)
{
    public SnapshotOutdatedException(ReportId report)
        : this($"Paragraphs of {report} are no longer stored.")
    {
    }
}
