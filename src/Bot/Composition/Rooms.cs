using System.Runtime.ExceptionServices;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Reading;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>The parts that the rooms below offer behind the host's seams.</summary>
internal static class Rooms
{
    public static async Task<ReportReading> OpenReadingAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return ReadingWith(await SourcesFile.LoadAsync(Path.Combine(folder, SourcesFile.FileName), cancellationToken), null);
        }
        catch (SourcesFileException e)
        {
            return ReadingWith(SourcesFile.Empty, new(ReportId.OfFile(SourcesFile.FileName), e.Problem, e.Remedy));
        }
    }

    /// <param name="folder">Absolute; made when missing.</param>
    /// <exception cref="ConfigurationException">A newer version of the program wrote it, or it is damaged beyond mending.</exception>
    public static OpenedIndex OpenIndex(string folder, TimeProvider time, ILoggerFactory loggers) => InFolder(folder, () =>
    {
        var index = SqliteReportIndex.Open(folder, time, loggers.CreateLogger<SqliteReportIndex>());
        return new OpenedIndex(index, index.IsReadOnly);
    });

    /// <param name="folder">Absolute; made when missing. One process at a time: the one that may write to the index.</param>
    /// <exception cref="ConfigurationException">As for the index.</exception>
    public static FeedbackStore OpenFeedback(string folder, TimeSpan kept, TimeProvider time, ILoggerFactory loggers) =>
        InFolder(folder, () => new FeedbackStore(folder, kept, time, loggers.CreateLogger<FeedbackStore>()));

    private static T InFolder<T>(string folder, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException)
        {
            throw new ConfigurationException($"数据目录 {folder} 不能使用，请另设 Storage:Directory / Set another Storage:Directory: {e.Message}", e);
        }
    }

    private static ReportReading ReadingWith(SourcesFile sources, ReadOutcome.Failure? problem)
    {
        var reader = new CorpusReader(sources);
        return new((path, cancellationToken) => HashAsync(reader, path, cancellationToken), reader.ReadAsync, problem);
    }

    private static async Task<string> HashAsync(CorpusReader reader, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.HashAsync(path, cancellationToken);
        }
        catch (UnreadableReportException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
        catch (UnreadableReportException)
        {
            // Too large to be a report: its stamp tells well enough whether it is still the same file; reading it tells the problem.
            return $"{FileStamp.Of(path)}";
        }
    }
}
