using Bot.Retrieval;

namespace Bot.Reading;

/// <summary>
/// Brings the index to what the corpus folder holds, one pass at a time. Every report is stored whole by one call,
/// so a crash between two files leaves nothing half done: the next pass plans what is left.
/// </summary>
internal sealed class CorpusUpdate(
    CorpusFolder folder, ReportIntake intake, IReportIndex index, IProgress<ReadingEvent> progress, TimeProvider time)
{
    private readonly HashSet<string> _announcedWaits = [];
    private bool _isFirst = true;

    /// <summary>One pass. Calls must not overlap.</summary>
    /// <exception cref="IndexUnavailableException">What could not be stored is left for the next pass.</exception>
    public async Task<CorpusPass> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await index.ReachAsync(cancellationToken);
        FolderLook look;
        try
        {
            look = await folder.LookAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Report(new ReadingEvent.FolderUnavailable(folder.FullPath, e.Message));
            return CorpusPass.Unavailable;
        }
        if (look.SourcesProblem is { } problem)
            progress.Report(new ReadingEvent.Failed(IgnoredFiles.Sources, problem.Problem, problem.Remedy));
        var plan = ScanPlan.For(look, index.Catalogue);
        var waiting = await FollowAsync(plan, started, cancellationToken);
        return waiting == 0 ? CorpusPass.Complete : CorpusPass.Unsettled;
    }

    /// <summary>Passes until no file is moving or locked any more, but not longer than <paramref name="atMost"/>.</summary>
    /// <param name="interval">Between two passes.</param>
    public async Task<CorpusPass> RunUntilSettledAsync(TimeSpan interval, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var pass = await RunAsync(cancellationToken);
            if (pass is not CorpusPass.Unsettled || time.GetElapsedTime(started) + interval > atMost)
                return pass;
            await Task.Delay(interval, time, cancellationToken);
        }
    }

    private async Task<int> FollowAsync(ScanPlan plan, long started, CancellationToken cancellationToken)
    {
        var isTold = _isFirst || !plan.IsEmpty;
        if (isTold)
            progress.Report(new ReadingEvent.Started(folder.FullPath, plan.Reads.Length, plan.Unchanged));
        await RemoveAsync(plan, cancellationToken);
        foreach (var failure in plan.Failures)
            progress.Report(await intake.NoteFailureAsync(failure.File, "", failure.Outcome, cancellationToken));
        var waiting = plan.Waits.Length + await ReadAsync(plan, cancellationToken);
        AnnounceWaits(plan);
        if (isTold)
            progress.Report(Finished(waiting, time.GetElapsedTime(started)));
        _isFirst = false;
        return waiting;
    }

    private async Task RemoveAsync(ScanPlan plan, CancellationToken cancellationToken)
    {
        foreach (var entry in plan.Removals)
        {
            await index.RemoveAsync(entry.Id, cancellationToken);
            progress.Report(new ReadingEvent.Removed(entry.Id, entry.File));
        }
    }

    /// <returns>How many files changed while they were read: those are left for the next pass.</returns>
    private async Task<int> ReadAsync(ScanPlan plan, CancellationToken cancellationToken)
    {
        var changed = 0;
        await foreach (var taken in intake.TakeAsync(plan.Reads, cancellationToken))
        {
            if (taken is null)
                changed++;
            else
                progress.Report(taken);
        }
        return changed;
    }

    private void AnnounceWaits(ScanPlan plan)
    {
        foreach (var wait in plan.Waits.Where(w => _announcedWaits.Add(w.File)))
            progress.Report(new ReadingEvent.Postponed(wait.File, wait.Reason));
        _announcedWaits.IntersectWith(plan.Waits.Select(w => w.File));
    }

    private ReadingEvent.Finished Finished(int waiting, TimeSpan elapsed)
    {
        var catalogue = index.Catalogue;
        var searchable = catalogue.Count(e => e.IsSearchable);
        return new(searchable, catalogue.Length - searchable, waiting, elapsed);
    }
}
