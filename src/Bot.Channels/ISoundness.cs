namespace Bot.Channels;

/// <summary>A part that may fail while the bot runs; <c>/readyz</c> then says degraded. Safe for many threads.</summary>
public interface ISoundness
{
    /// <summary>The part and what it fails of, in a few words without secrets; null: it is sound.</summary>
    string? Problem { get; }

    /// <summary>True: while it fails nothing can be answered, and <c>/readyz</c> says unavailable (503).</summary>
    bool IsNeeded => false;
}
