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

    /// <summary>Ends what <see cref="Started"/> began: what the catalogue holds now.</summary>
    public sealed record Finished(int Searchable, int Unreadable, int Waiting, TimeSpan Elapsed) : ReadingEvent;
}
