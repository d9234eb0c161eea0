using System.Data.Common;
using Bot.Composition;
using Bot.Corpus;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Reading;

/// <summary>
/// Reads and stores a made-up report, in a folder of its own, while the web server starts on another processor. Nearly all
/// the time of a first reading goes into compiling what it calls; after this the real reports find it compiled.
/// </summary>
internal static class Rehearsal
{
    private const string Report = "specimen.txt";
    private static readonly string[] s_specimen = [Report, SourcesFile.FileName];

    /// <summary>Goes through all of it where nothing is stored yet, hence much is to be read; else loads only what answers need.</summary>
    /// <param name="storage">The data folder, which is looked at only.</param>
    public static Task BeginAsync(string storage, CancellationToken cancellationToken) =>
        Directory.Exists(storage) && Directory.EnumerateFileSystemEntries(storage).Any()
            ? Task.Run(() => Gazetteer.Default, cancellationToken)
            : Task.Run(() => RunAsync(cancellationToken), cancellationToken);

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = "";
        try
        {
            folder = Directory.CreateTempSubdirectory("bot-rehearsal-").FullName;
            await LayOutAsync(folder, cancellationToken);
            await ReadAsync(folder, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            // No room for temporary files: the reports are then read without having been rehearsed, which only takes longer.
        }
        finally
        {
            if (folder.Length > 0)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LayOutAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var name in s_specimen)
        {
            await using var specimen = typeof(Rehearsal).Assembly.GetManifestResourceStream("Specimen/" + name)
                ?? throw new InvalidOperationException($"The resource Specimen/{name} is missing from the assembly.");
            await using var file = File.Create(Path.Combine(folder, name));
            await specimen.CopyToAsync(file, cancellationToken);
        }
    }

    private static async Task ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Report);
        var reading = await Rooms.OpenReadingAsync(folder, IndicatorVocabulary.Default, cancellationToken);
        await reading.HashAsync(path, cancellationToken);
        if (await reading.ReadAsync(path, cancellationToken) is not ReadOutcome.Success { Report: var report })
            return;
        await using var opened = Rooms.OpenStorage(Path.Combine(folder, "index"), TimeProvider.System, NullLoggerFactory.Instance);
        await opened.Index.ReplaceAsync(report, Report, cancellationToken);
    }
}
