namespace Bot.Tests.Parts;

/// <summary>A new empty folder, gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bot-").FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public string Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // a file below this folder has one
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file as if it had lain there for a day.</summary>
    public string WriteOld(string file, string text)
    {
        var path = Write(file, text);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddDays(-1));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
