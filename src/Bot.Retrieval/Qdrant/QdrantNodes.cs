namespace Bot.Retrieval;

/// <summary>The nodes of a cluster, and which of them were ill a moment ago.</summary>
internal sealed class QdrantNodes(IReadOnlyList<Uri> addresses, TimeProvider time)
{
    /// <summary>How long a node that failed is asked only when the others fail too.</summary>
    public static readonly TimeSpan Illness = TimeSpan.FromSeconds(30);

    private const long Never = long.MinValue;

    private readonly long[] _failedAt = [.. addresses.Select(_ => Never)];

    public Uri this[int node] => addresses[node];

    /// <summary>Every node once: those that are well as configured, then the ill ones, longest ill first.</summary>
    public int[] InOrder() =>
    [
        .. Enumerable.Range(0, addresses.Count).OrderBy(node => IsIll(node) ? Volatile.Read(ref _failedAt[node]) : Never),
    ];

    public void NoteIll(int node) => Volatile.Write(ref _failedAt[node], time.GetTimestamp());

    public void NoteWell(int node) => Volatile.Write(ref _failedAt[node], Never);

    private bool IsIll(int node) =>
        Volatile.Read(ref _failedAt[node]) is not Never and var failedAt && time.GetElapsedTime(failedAt) < Illness;
}
