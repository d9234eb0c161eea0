using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Reading;

/// <summary>Gathers a <see cref="ScanPlan"/>, one report id at a time.</summary>
internal sealed class ScanPlanning(ImmutableArray<ReportEntry> catalogue)
{
    private readonly Dictionary<ReportId, ReportEntry> _known = catalogue.ToDictionary(e => e.Id);
    private readonly List<ScanPlan.Read> _reads = [];
    private readonly List<ScanPlan.Failure> _failures = [];
    private readonly List<ReportEntry> _removals = [];
    private readonly List<ScanPlan.Wait> _waits = [];
    private int _unchanged;

    public void Consider(ReportId id, ImmutableArray<FileLook> files)
    {
        if (_known.TryGetValue(id, out var known) && known.IsOthers)
        {
            _unchanged += files.Length;
            return;
        }
        if (files.Length > 1)
        {
            ConsiderClash(id, files);
            return;
        }
        var file = files[0].File;
        switch (files[0].Content)
        {
            case FileContent.Settled(var hash) when _known.TryGetValue(id, out var entry) && entry.File == file && entry.ContentHash == hash:
                _unchanged++;
                break;
            case FileContent.Settled(var hash):
                _reads.Add(new(file, hash));
                break;
            case FileContent.Unsettled(var reason):
                _waits.Add(new(file, reason));
                break;
            case FileContent.Closed(var problem, var remedy):
                Fail(id, file, problem, remedy);
                break;
        }
    }

    public void RemoveUnseen(FolderLook look)
    {
        var seen = look.Files.Select(f => f.Id).ToHashSet();
        _removals.AddRange(catalogue.Where(e => !e.IsOthers && !seen.Contains(e.Id) && !look.ClosedFolders.Any(f => IsBelow(f, e.File))));
    }

    public ScanPlan Finish() => new([.. _reads], [.. _failures], [.. _removals], [.. _waits], _unchanged);

    private static bool IsBelow(string folder, string file) => file.StartsWith(folder + "/", StringComparison.Ordinal);

    // Taking one of them would leave the other out in silence, and a citation could not tell which one it means.
    private void ConsiderClash(ReportId id, ImmutableArray<FileLook> files)
    {
        var names = string.Join("、", files.Select(f => f.File));
        Fail(id, names, $"{files.Length} 个文件去掉扩展名后同名（{id}）：{names}", "文件名是报告的编号，须各不相同：请改名或只留一个");
    }

    // A failure without a hash is looked at anew by every scan, and noted only where the catalogue doesn't say so already.
    private void Fail(ReportId id, string file, string problem, string remedy)
    {
        if (_known.TryGetValue(id, out var entry) && entry.File == file && entry.Problem?.Contains(problem, StringComparison.Ordinal) == true)
            _unchanged++;
        else
            _failures.Add(new(file, new ReadOutcome.Failure(id, problem, remedy)));
    }
}
