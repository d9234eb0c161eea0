using System.Runtime.ExceptionServices;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Reading;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>The parts that the rooms below offer behind the host's seams.</summary>
internal static class Rooms
{
    /// <param name="folder">The corpus folder.</param>
    /// <param name="indicators">What figures are read by.</param>
    public static async Task<ReportReading> OpenReadingAsync(string folder, IndicatorVocabulary indicators, CancellationToken cancellationToken)
    {
        try
        {
            return ReadingWith(await SourcesFile.LoadAsync(Path.Combine(folder, SourcesFile.FileName), cancellationToken), indicators, null);
        }
        catch (SourcesFileException e)
        {
            return ReadingWith(SourcesFile.Empty, indicators, new(ReportId.OfFile(SourcesFile.FileName), e.Problem, e.Remedy));
        }
    }

    /// <param name="folder">Absolute; made when missing.</param>
    /// <param name="embedder">Null: passages are found by their words alone.</param>
    /// <exception cref="ConfigurationException">A newer version of the program wrote it, or it is damaged beyond mending.</exception>
    public static OpenedStorage OpenStorage(
        string folder, TimeProvider time, ILoggerFactory loggers, IPassageEmbedder? embedder = null) => InFolder(folder, () =>
    {
        var index = SqliteReportIndex.Open(folder, time, loggers.CreateLogger<SqliteReportIndex>(), embedder);
        var embedded = embedder is null ? null : index;
        if (index.IsReadOnly)
            return new OpenedStorage(index, null, null) { Embedded = embedded };
        try
        {
            var state = StateDatabase.Open(folder, time, loggers.CreateLogger<StateDatabase>());
            var corrected = new CorrectedReportIndex(index, state);
            return new OpenedStorage(corrected, state, new FigureCorrections(corrected, time))
            {
                MeasureCorrections = new MeasureCorrections(corrected, time),
                Embedded = embedded,
            };
        }
        catch
        {
            index.Dispose();
            throw;
        }
    });

    /// <summary>The index in Qdrant, with what this bot keeps for itself in a folder.</summary>
    /// <param name="folder">Absolute; made when missing.</param>
    /// <param name="embedder">Null: passages are found by their words alone.</param>
    /// <exception cref="ConfigurationException">The settings can't be used, or the folder can't.</exception>
    public static OpenedStorage OpenStorage(
        string folder, QdrantOptions options, TimeProvider time, ILoggerFactory loggers, IPassageEmbedder? embedder = null) => InFolder(folder, () =>
    {
        if (new QdrantOptionsValidation().Validate(null, options) is { Failed: true, Failures: var failures })
            throw new ConfigurationException(string.Join(Environment.NewLine, failures));
        var held = StorageLock.TryTake(folder);
        try
        {
            var state = held is null ? null : StateDatabase.Open(folder, time, loggers.CreateLogger<StateDatabase>());
            var index = QdrantReportIndex.Start(options, time, loggers.CreateLogger<QdrantReportIndex>(), embedder);
            var embedded = embedder is null ? null : index;
            if (state is null)
                return new OpenedStorage(index, null, null) { Qdrant = index, Embedded = embedded };
            var corrected = new CorrectedReportIndex(index, state);
            return new OpenedStorage(corrected, state, new FigureCorrections(corrected, time))
            {
                MeasureCorrections = new MeasureCorrections(corrected, time),
                Qdrant = index,
                Embedded = embedded,
                Lock = held,
            };
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    });

    /// <summary>What is made from the operator's vocabulary files.</summary>
    /// <param name="folder">Vocabulary:Folder, absolute; null: none.</param>
    /// <exception cref="ConfigurationException">A line of them can't be used.</exception>
    public static T WithWords<T>(string? folder, Func<string?, T> make)
    {
        try
        {
            return make(folder);
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"词表文件夹 {folder} 不能使用，请改正这一行 / Vocabulary:Folder has a line that can't be used: {e.Message}", e);
        }
    }

    internal static T InFolder<T>(string folder, Func<T> open)
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

    private static ReportReading ReadingWith(SourcesFile sources, IndicatorVocabulary indicators, ReadOutcome.Failure? problem)
    {
        var reader = new CorpusReader(sources, indicators: indicators);
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
