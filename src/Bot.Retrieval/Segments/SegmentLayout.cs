using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>
/// The last bytes of a segment file, saying where its tables lie. A segment is, in this order: postings; the terms (keys
/// ascending, then <see cref="TermEntry"/>s); per passage its lengths in the three fields, its parts (one bit each) and its
/// <see cref="PassageEntry"/>; per report its <see cref="ReportSpan"/>; SHA-256 of all that and of the
/// counts; this. Little endian, unaligned.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SegmentLayout
{
    public const ulong MagicOfFormat1 = 0x3130_4745_5354_4F42; // "BOTSEG01"
    public const int HashSize = 32;

    public ulong Magic;
    public int Postings;
    public int Terms;
    public int Passages;
    public int Reports;
    public long TotalCharacters;
    public long TotalPairs;
    public long TotalWords;

    public readonly long FileSize(int headerSize) =>
        Postings + (long)Terms * (sizeof(ulong) + TermEntry.Size)
        + (long)Passages * (4 + PassageEntry.Size) + (long)Reports * ReportSpan.Size + HashSize + headerSize;
}

/// <summary>Where a term's postings lie, in how many passages it occurs, and the extremes that bound its score.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TermEntry
{
    public const int Size = 10;

    public int Offset;
    public int Passages;
    public byte LargestCount;
    public byte SmallestLength;
}

/// <summary>Where a passage stands: paragraph number and span in its text.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct PassageEntry
{
    public const int Size = 12;

    public int Paragraph;
    public int Start;
    public int End;
}

/// <summary>A report's row in the catalogue, and its first passage; the passages of a report lie together.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct ReportSpan
{
    public const int Size = 12;

    public long Key;
    public int FirstPassage;
}
