using Bot.Corpus;

namespace Bot.Reading;

/// <summary>What a person may want to see of the reading, in the order it happens.</summary>
internal abstract record ReadingEvent
{
    private ReadingEvent()
    {
    }

    /// <summary>A pass over the folder begins that has something to do (or is the first).</summary>
    public sealed record Started(string Folder, int ToRead, int Unchanged) : ReadingEvent;

    /// <summary>A file was read, and is searchable now.</summary>
    public sealed record Read(string File, string Title, int Paragraphs, int Figures, int Warnings, TimeSpan Elapsed) : ReadingEvent;

    /// <summary>A file could not be read; the others go on.</summary>
    public sealed record Failed(string File, string Problem, string Remedy) : ReadingEvent;

    /// <summary>A report was forgotten: its file is gone.</summary>
    public sealed record Removed(ReportId Id, string File) : ReadingEvent;

    /// <summary>A file is left for a later pass; told once.</summary>
    public sealed record Postponed(string File, string Reason) : ReadingEvent;

    /// <summary>The folder can't be listed now. What the index holds stays; the next pass tries again.</summary>
    public sealed record FolderUnavailable(string Folder, string Reason) : ReadingEvent;

    /// <summary>The index can't be used now; told once while the cause stays. What was not stored is read again.</summary>
    public sealed record IndexUnavailable(string Problem) : ReadingEvent;

    /// <summary>Passages lack vectors: the embedding model is asked for them, while the reports are found by their words.</summary>
    public sealed record EmbeddingStarted(long Missing, long Passages) : ReadingEvent;

    /// <summary>How far that is; told now and then.</summary>
    public sealed record EmbeddingAdvanced(long Embedded, long Passages) : ReadingEvent;

    /// <summary>Every passage has its vector; searches use them.</summary>
    public sealed record EmbeddingCompleted(long Passages, string Model, TimeSpan Elapsed) : ReadingEvent;

    /// <summary>The embedding model gave no vectors. What it gave before is kept.</summary>
    /// <param name="Cause">Cause and remedy, without secrets.</param>
    /// <param name="RetryIn">Null: it is not tried again.</param>
    public sealed record EmbeddingFailed(string Cause, TimeSpan? RetryIn) : ReadingEvent;

    /// <summary>Ends what <see cref="Started"/> began: what the catalogue holds now.</summary>
    public sealed record Finished(int Searchable, int Unreadable, int Waiting, TimeSpan Elapsed) : ReadingEvent;
}
