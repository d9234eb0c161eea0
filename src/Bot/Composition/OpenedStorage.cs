using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>What is kept in Storage:Directory.</summary>
/// <param name="State">Null: another process writes there. What that has stored can be searched, nothing can be changed.</param>
/// <param name="Corrections">Null with <paramref name="State"/>.</param>
internal sealed record OpenedStorage(IReportIndex Index, StateDatabase? State, IFigureCorrections? Corrections) : IDisposable
{
    public bool IsReadOnly => State is null;

    public void Dispose()
    {
        (Index as IDisposable)?.Dispose();
        State?.Dispose();
    }
}
