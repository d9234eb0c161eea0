namespace Bot.Reading;

/// <summary>What tells, without opening a file, that it may have changed.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="WrittenAt">The file system's last write time, UTC.</param>
internal readonly record struct FileStamp(long Size, DateTime WrittenAt)
{
    /// <summary>The stamp of the file at <paramref name="path"/>, or null when there is none.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc) : null;
    }
}
