namespace Bot.Retrieval;

/// <summary>The files of an index: one database, the segments beside it, and the lock of the process that writes.</summary>
internal sealed class IndexFolder(string path)
{
    private const string SegmentPattern = "postings-*.seg";

    public string FolderPath => path;

    public string Database { get; } = Path.Combine(path, "reports.db");

    public string PathOf(string segment) => Path.Combine(path, segment);

    /// <summary>A segment path that was never used: a process that still maps a deleted one must not see it change.</summary>
    public string NewSegment() => Path.Combine(path, $"postings-{Guid.CreateVersion7():N}.seg");

    /// <summary>Takes the right to write until disposed; null when another process has it.</summary>
    public FileStream? TryLock() => TryLock(path, "index.lock");

    /// <summary>Takes a lock file of a folder, which is made when it is not there; null when another process has it.</summary>
    public static FileStream? TryLock(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes a segment no longer registered. One that the system holds on to goes at the next start.</summary>
    public static void Delete(string segment)
    {
        try
        {
            File.Delete(segment);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some systems refuse to delete a file that a search still has mapped; DeleteOrphans comes back to it.
        }
    }

    /// <summary>Deletes the segments that no completed change registered: what a crash left behind.</summary>
    public int DeleteOrphans(IReadOnlySet<string> registered)
    {
        string[] orphans = [.. Directory.EnumerateFiles(path, SegmentPattern).Where(file => !registered.Contains(Path.GetFileName(file)))];
        foreach (var orphan in orphans)
            Delete(orphan);
        return orphans.Length;
    }
}
