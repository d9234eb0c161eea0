using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>What is kept in Storage:Directory, and the index, which may be elsewhere.</summary>
/// <param name="State">Null: another process writes there. What that has stored can be searched, nothing can be changed.</param>
/// <param name="Corrections">Null with <paramref name="State"/>.</param>
internal sealed record OpenedStorage(IReportIndex Index, StateDatabase? State, IFigureCorrections? Corrections) : IAsyncDisposable
{
    public bool IsReadOnly => State is null;

    /// <summary>Null with <see cref="State"/>.</summary>
    public IMeasureCorrections? MeasureCorrections { get; init; }

    /// <summary>Below <see cref="Index"/>, or it itself; null: the index is in the folder.</summary>
    public QdrantReportIndex? Qdrant { get; init; }

    /// <summary>Held where the index doesn't hold it itself.</summary>
    public IDisposable? Lock { get; init; }

    /// <summary>The index as one that holds vectors; null where no embedding model is configured.</summary>
    public IEmbeddedIndex? Embedded { get; init; }

    public async ValueTask DisposeAsync()
    {
        (Index as IDisposable)?.Dispose();
        if (Qdrant is not null)
            await Qdrant.DisposeAsync();
        State?.Dispose();
        Lock?.Dispose();
    }
}
