using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>One change waiting to be stored: a report to put in place of what is known under its id, a failure to note, or nothing.</summary>
internal sealed class IndexChange(ReportId id, Report? report, ReportEntry? entry)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = Waiting;

    public ReportId Id => id;

    public Report? Report => report;

    /// <summary>The new line of the catalogue; null: none.</summary>
    public ReportEntry? Entry => entry;

    /// <summary>Ends when the change is stored, or with what kept it from being stored.</summary>
    public Task Completion => _completion.Task;

    public bool IsTaken => Volatile.Read(ref _state) == Taken;

    /// <summary>True for the one who may now store it.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>True when it will not be stored; false when it is being stored already.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting;

    public void Complete() => _completion.SetResult();

    public void Fail(Exception exception) => _completion.SetException(exception);
}
