using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>
/// The last bytes of a vector file, saying where its tables lie. The file is, in this order: per passage its numbers
/// (<see cref="Int8Vector"/>); per passage their scale, 0 where it has no vector; per passage what its signs are worth; per passage the signs
/// of what its vector differs from the mean of all by, a bit each, set where negative, in whole 64-bit words; SHA-256 of all that and of the
/// counts; this. Little endian.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct VectorLayout
{
    public const ulong MagicOfFormat1 = 0x3130_4345_5654_4F42; // "BOTVEC01"

    public ulong Magic;
    public int Passages;
    public int Dimensions;

    /// <summary>Words of signs per passage; 0: too many passages to map them, so every search compares the numbers.</summary>
    public int SignWords;

    public readonly long RowsSize => (long)Passages * Dimensions;

    public readonly long TablesSize => (long)Passages * (2 * sizeof(float) + (long)SignWords * sizeof(ulong));

    public readonly long FileSize(int tail) => RowsSize + TablesSize + SegmentLayout.HashSize + tail;
}
