using Bot.Corpus;

namespace Bot.Reading;

/// <summary>How files are read while sources.json stays as it is. Both may be called from several threads.</summary>
/// <param name="HashAsync">
/// What a file's <see cref="Report.ContentHash"/> would be. Throws IOException or UnauthorizedAccessException when it can't be opened.
/// </param>
/// <param name="ReadAsync">Reads the file; what is wrong with it is an outcome.</param>
/// <param name="Problem">What is wrong with sources.json, which is then passed over; null when nothing is.</param>
internal sealed record ReportReading(
    Func<string, CancellationToken, Task<string>> HashAsync,
    Func<string, CancellationToken, Task<ReadOutcome>> ReadAsync,
    ReadOutcome.Failure? Problem = null);

/// <summary>Reads sources.json in <paramref name="folder"/>, where there is one.</summary>
internal delegate Task<ReportReading> OpenReading(string folder, CancellationToken cancellationToken);
