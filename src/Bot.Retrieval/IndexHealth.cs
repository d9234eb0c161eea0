namespace Bot.Retrieval;

/// <summary>Whether an index can do its work now.</summary>
/// <param name="Problem">Why it can't, and how to mend that, Chinese first; null when it can.</param>
/// <param name="Since">When this began.</param>
public sealed record IndexHealth(string? Problem, DateTimeOffset Since)
{
    public bool IsReady => Problem is null;
}
