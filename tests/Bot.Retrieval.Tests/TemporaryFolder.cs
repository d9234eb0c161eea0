namespace Bot.Retrieval.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bot-retrieval-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public string[] Files(string pattern) => Directory.GetFiles(Path, pattern);

    public void CopyTo(TemporaryFolder target)
    {
        foreach (var file in Files("*"))
            if (System.IO.Path.GetExtension(file) != ".lock")
                File.Copy(file, target[System.IO.Path.GetFileName(file)]);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
