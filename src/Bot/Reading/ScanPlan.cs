using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Reading;

/// <summary>What has to happen for the index to say what the folder says: the difference between the two.</summary>
/// <param name="Reads">New and changed files.</param>
/// <param name="Failures">Files that can't be read as they are, not yet noted so.</param>
/// <param name="Removals">Reports whose file is gone; never those of another bot that shares the index.</param>
/// <param name="Waits">Files to look at again soon.</param>
/// <param name="Unchanged">How many files the index already holds (or has noted) as they are, or another bot looks after.</param>
internal sealed record ScanPlan(
    ImmutableArray<ScanPlan.Read> Reads,
    ImmutableArray<ScanPlan.Failure> Failures,
    ImmutableArray<ReportEntry> Removals,
    ImmutableArray<ScanPlan.Wait> Waits,
    int Unchanged)
{
    public sealed record Read(string File, string Hash);

    public sealed record Failure(string File, ReadOutcome.Failure Outcome);

    public sealed record Wait(string File, string Reason);

    public bool IsEmpty => Reads.IsEmpty && Failures.IsEmpty && Removals.IsEmpty;

    /// <summary>Plans from a look at the folder and the catalogue; touches neither.</summary>
    public static ScanPlan For(FolderLook look, ImmutableArray<ReportEntry> catalogue)
    {
        var planning = new ScanPlanning(catalogue);
        foreach (var files in look.Files.GroupBy(f => f.Id).OrderBy(g => g.Key))
            planning.Consider(files.Key, [.. files.OrderBy(f => f.File, StringComparer.Ordinal)]);
        planning.RemoveUnseen(look);
        return planning.Finish();
    }
}
