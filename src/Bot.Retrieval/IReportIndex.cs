using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>
/// Holds the reports and finds passages in them. Readers see a report whole, before or after a change, never half of it;
/// what a completed call stored survives a crash. Safe for many readers and one writer at a time.
/// </summary>
public interface IReportIndex
{
    /// <summary>The catalogue as of the last completed change, ordered by id: a snapshot that does not change.</summary>
    /// <exception cref="IndexUnavailableException">The index is on a server that was never reached: what it holds is unknown.</exception>
    ImmutableArray<ReportEntry> Catalogue { get; }

    /// <summary>Returns once the catalogue is known and of now; at once for an index on this machine.</summary>
    /// <exception cref="IndexUnavailableException">The index is on a server that can't be reached.</exception>
    Task ReachAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stores a report in place of what was known under its id.</summary>
    Task ReplaceAsync(Report report, string file, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that a file could not be read. A version read before is dropped: answering from a text that is
    /// no longer there would be worse than naming the problem.
    /// </summary>
    Task NoteFailureAsync(ReadOutcome.Failure failure, string file, string contentHash, CancellationToken cancellationToken);

    /// <summary>Forgets a report; unknown ids are no error.</summary>
    Task RemoveAsync(ReportId id, CancellationToken cancellationToken);

    /// <summary>The whole report, or null when it is not known or could not be read.</summary>
    Task<Report?> LoadAsync(ReportId id, CancellationToken cancellationToken);

    /// <summary>The paragraphs at these addresses, in the order asked; unknown addresses are left out.</summary>
    Task<ImmutableArray<StoredParagraph>> LoadParagraphsAsync(
        IReadOnlyCollection<ParagraphAddress> addresses, CancellationToken cancellationToken);

    /// <summary>The best passages, best first; equal scores in order of report and paragraph.</summary>
    Task<ImmutableArray<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>Figures of the ledger. A query that leaves everything open finds all of them, page by page.</summary>
    Task<FigurePage> FindFiguresAsync(FigureQuery query, CancellationToken cancellationToken);

    /// <summary>Measures of the register. A query that leaves everything open finds all that aren't hidden, page by page.</summary>
    Task<MeasurePage> FindMeasuresAsync(MeasureQuery query, CancellationToken cancellationToken);
}
