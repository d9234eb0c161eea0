namespace Bot.Corpus;

/// <summary>Reads one file into a report: decode, clean, structure, figures.</summary>
public sealed class CorpusReader
{
    /// <summary>Reads the file at <paramref name="path"/>. What is wrong with the file is an outcome, never an exception.</summary>
    public static Task<ReadOutcome> ReadAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome>(new ReadOutcome.Failure(ReportId.OfFile(path), "不支持的格式", "请换用 .txt"));
}
