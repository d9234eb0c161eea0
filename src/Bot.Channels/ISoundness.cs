namespace Bot.Channels;

/// <summary>A part that the bot can do without: while it fails, <c>/readyz</c> says degraded. Safe for many threads.</summary>
public interface ISoundness
{
    /// <summary>The part and what it fails of, in a few words without secrets; null: it is sound.</summary>
    string? Problem { get; }
}
