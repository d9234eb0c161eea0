namespace Bot.Retrieval;

/// <summary>
/// BM25 as the stored vectors have it: the same as the embedded index's, but against fixed average lengths, because what a
/// vector holds can't follow a growing corpus.
/// </summary>
internal static class PassageRanking
{
    /// <summary>What <see cref="TermWorth"/> counts in.</summary>
    public const double Unit = 1 << TermWorth.UnitBits;

    // Terms per passage in each TermField, title and headings with it; measured over the five reports.
    private static readonly int[] s_averageLengths = [196, 190, 6];

    /// <param name="passages">Number of passages in the corpus.</param>
    public static Bm25 Of(long passages) =>
        new(Math.Max(1, passages), [.. s_averageLengths.Select(length => length * Math.Max(1, passages))]);

    /// <summary>
    /// The dimension of a term: 32 bits of its key, mixed. In a vocabulary of a million a few hundred pairs share one. Part of the
    /// stored format.
    /// </summary>
    public static uint DimensionOf(ulong key) => (uint)((key * 0x9E37_79B9_7F4A_7C15) >> 32);
}
