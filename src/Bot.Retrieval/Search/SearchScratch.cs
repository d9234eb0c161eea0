namespace Bot.Retrieval;

/// <summary>What a search writes to while it runs; used again by later searches, so that none allocates by the corpus' size.</summary>
internal sealed class SearchScratch
{
    /// <summary>
    /// Passages scored at a time: their cells stay in the processor's first cache, and the first window, which must be added
    /// up in full, is a small part of a large index.
    /// </summary>
    public const int WindowSize = 1 << 13;

    /// <summary>One cell per passage of the window. All zero between windows.</summary>
    public int[] Scores { get; } = new int[WindowSize];

    public List<int> Candidates { get; } = [];
}
