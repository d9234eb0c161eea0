using System.Collections.Immutable;

namespace Bot.Reading;

/// <summary>The files in a folder and its sub-folders, without the ignored ones.</summary>
/// <param name="Files">Paths below the folder, parts joined by "/", in ordinal order, each with its stamp.</param>
/// <param name="ClosedFolders">Sub-folders that could not be listed.</param>
internal sealed record FolderListing(ImmutableArray<(string File, FileStamp Stamp)> Files, ImmutableArray<string> ClosedFolders)
{
    /// <exception cref="IOException">The folder itself can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder itself can't be listed.</exception>
    public static FolderListing Of(string folder)
    {
        var files = new List<(string File, FileStamp Stamp)>();
        var closed = new List<string>();
        Add(new DirectoryInfo(folder), "", files, closed);
        return new([.. files.OrderBy(f => f.File, StringComparer.Ordinal)], [.. closed]);
    }

    private static void Add(DirectoryInfo folder, string prefix, List<(string, FileStamp)> files, List<string> closed)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(e => !IgnoredFiles.IsIgnored(e)))
        {
            if (entry is FileInfo file)
                AddFile(file, prefix, files);
            else if (entry is DirectoryInfo inner && inner.LinkTarget is null) // a link may lead back up
                AddInner(inner, prefix + inner.Name, files, closed);
        }
    }

    private static void AddFile(FileInfo file, string prefix, List<(string, FileStamp)> files)
    {
        if (FileStamp.Of(file.FullName) is { } stamp)
            files.Add((prefix + file.Name, stamp));
    }

    private static void AddInner(DirectoryInfo folder, string name, List<(string, FileStamp)> files, List<string> closed)
    {
        try
        {
            Add(folder, name + "/", files, closed);
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted since it was listed: nothing in it.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            closed.Add(name);
        }
    }
}
