using Bot.Channels;

namespace Bot.Composition;

/// <summary>Tells when the server that holds the reports can't be used, and nothing can be answered, or its vectors can't.</summary>
internal sealed class IndexSoundness(OpenedStorage storage) : ISoundness
{
    public string? Problem => storage.Qdrant is { } qdrant ? qdrant.Health.Problem ?? qdrant.Warning : null;

    public bool IsNeeded => storage.Qdrant is { Health.IsReady: false };
}
