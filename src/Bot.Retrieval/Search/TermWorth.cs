using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>
/// What one query term adds to a passage's score, in whole units of 1/65,536: sums of whole numbers do not depend on the
/// order of adding, so passages of equal score come out equal whichever way the search took.
/// </summary>
internal readonly ref struct TermWorth(long weight, ReadOnlySpan<int> saturation)
{
    public const int UnitBits = 16;

    private readonly ReadOnlySpan<int> _saturation = saturation;

    /// <param name="count">1 to <see cref="PostingsWriter.LargestCount"/>.</param>
    /// <param name="lengthCode">The passage's <see cref="LengthCode"/> in the term's field.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(int count, byte lengthCode) =>
        (int)((weight * Unsafe.Add(ref MemoryMarshal.GetReference(_saturation), (count << 8) | lengthCode)) >> UnitBits);
}
