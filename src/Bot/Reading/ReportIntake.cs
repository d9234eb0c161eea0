using System.Runtime.CompilerServices;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Reading;

/// <summary>
/// Reads files into the index, several at a time: while some are stored, the next are read, and the index can store
/// together what arrives together. Only a few reports are in memory at any moment.
/// </summary>
internal sealed partial class ReportIntake(CorpusFolder folder, IReportIndex index, TimeProvider time, ILogger<ReportIntake> logger)
{
    // Reading takes a processor, storing mostly waits for the disk.
    private static readonly int s_atOnce = 4 * Environment.ProcessorCount;

    /// <summary>What came of each file, in the order of the files; null for one that changed while it was read, which is left as it was.</summary>
    public async IAsyncEnumerable<ReadingEvent?> TakeAsync(
        IEnumerable<ScanPlan.Read> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = new Queue<Task<ReadingEvent?>>();
        try
        {
            foreach (var file in files)
            {
                ahead.Enqueue(Task.Run(() => TakeOneAsync(file, cancellationToken), cancellationToken));
                if (ahead.Count >= s_atOnce)
                    yield return await ahead.Dequeue();
            }
            while (ahead.TryDequeue(out var next))
                yield return await next;
        }
        finally
        {
            // After a failure: what was begun must not go on beside the next pass.
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Notes that a file can't be read.</summary>
    /// <param name="hash">Empty: the file is looked at anew by every pass.</param>
    public async Task<ReadingEvent> NoteFailureAsync(
        string file, string hash, ReadOutcome.Failure failure, CancellationToken cancellationToken)
    {
        await index.NoteFailureAsync(failure, file, hash, cancellationToken);
        return new ReadingEvent.Failed(file, failure.Problem, failure.Remedy);
    }

    private async Task<ReadingEvent?> TakeOneAsync(ScanPlan.Read planned, CancellationToken cancellationToken)
    {
        var path = folder.PathOf(planned.File);
        var stamp = FileStamp.Of(path);
        var started = time.GetTimestamp();
        var outcome = await ReadAsync(planned.File, path, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        if (stamp is null || FileStamp.Of(path) != stamp)
            return null;
        if (outcome is not ReadOutcome.Success { Report: var report })
            return await NoteFailureAsync(planned.File, planned.Hash, (ReadOutcome.Failure)outcome, cancellationToken);
        // The planned hash, so that the next plan compares like with like.
        await index.ReplaceAsync(report with { ContentHash = planned.Hash }, planned.File, cancellationToken);
        return new ReadingEvent.Read(
            planned.File, report.Metadata.Title, report.Paragraphs.Length, report.Figures.Length, report.Warnings.Length, elapsed);
    }

    private async Task<ReadOutcome> ReadAsync(string file, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await folder.ReadAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The reader's own bug: this file is noted, the others go on.
            Log.ReadingFailed(logger, e, file);
            return new ReadOutcome.Failure(
                ReportId.OfFile(path), $"读取 {file} 时程序出错（{e.GetType().Name}）", "请换一种格式保存后再放入；日志里有详细原因");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Reading {File} failed")]
        public static partial void ReadingFailed(ILogger logger, Exception exception, string file);
    }
}
