using System.Text;

namespace Bot.Corpus.Tests;

/// <summary>A folder of its own for a test's files, gone after the test.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reports-");

    /// <summary>The five reports of the repository.</summary>
    public static string Seeds { get; } = Path.Combine(FindTop(), "seeds");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static string Seed(string start) => Directory.EnumerateFiles(Seeds, $"{start}*.txt").Single();

    public void Dispose() => _folder.Delete(recursive: true);

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
