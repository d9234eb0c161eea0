using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>
/// Whether every report present at start can be searched. The host's worker sets it, <c>/readyz</c> tells it. Safe for many threads.
/// </summary>
public sealed class Readiness
{
    private volatile Progress _progress = new(0, 0, IsReady: false);

    private volatile IEmbeddedIndex? _embedded;

    public Progress Current => _progress;

    /// <summary>How far vectors are; null where no embedding model is configured. Nobody waits for them.</summary>
    public EmbeddingProgress? Embedding => _embedded?.Embedding;

    public void Follow(IEmbeddedIndex index) => _embedded = index;

    /// <summary>Notes how far the first reading is.</summary>
    /// <param name="done">Files read, well or not.</param>
    /// <param name="total">Files found at start.</param>
    public void Advance(int done, int total) => _progress = new Progress(done, total, _progress.IsReady);

    /// <summary>The first reading is done. Later changes of the folder don't take it back: the old text stays searchable meanwhile.</summary>
    public void MarkReady() => _progress = _progress with { IsReady = true };

    /// <param name="Done">Files read, well or not.</param>
    /// <param name="Total">Files found at start.</param>
    public sealed record Progress(int Done, int Total, bool IsReady);
}
