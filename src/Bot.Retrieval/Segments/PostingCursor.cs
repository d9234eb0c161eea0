using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>Stands on one posting of a term while a search walks or skips along its segment.</summary>
internal struct PostingCursor
{
    private const int SkipSize = 8;

    private readonly int _skipsAt;
    private readonly int _dataAt;
    private readonly int _total;
    private int _at;
    private int _index;

    public PostingCursor(in TermEntry term, ReadOnlySpan<byte> bytes)
    {
        _skipsAt = term.Offset;
        _dataAt = term.Offset + SkipTableSize(term.Passages);
        _total = term.Passages;
        _at = _dataAt;
        _index = -1;
        Passage = -1;
        MoveNext(bytes);
    }

    /// <summary>Index of the passage stood on; <see cref="int.MaxValue"/> past the last.</summary>
    public int Passage { get; private set; }

    /// <summary>Occurrences there, 1 to <see cref="PostingsWriter.LargestCount"/>.</summary>
    public int Count { get; private set; }

    public readonly int Remaining => _total - _index;

    public static int SkipTableSize(int postings) => postings <= PostingsWriter.BlockSize
        ? 0
        : (postings + PostingsWriter.BlockSize - 1) / PostingsWriter.BlockSize * SkipSize;

    /// <summary>Goes on to the first posting at or after <paramref name="passage"/>.</summary>
    public void SeekTo(int passage, ReadOnlySpan<byte> bytes)
    {
        if (Passage >= passage)
            return;
        SkipBlocks(passage, bytes);
        while (Passage < passage)
            MoveNext(bytes);
    }

    /// <summary>
    /// Adds to <paramref name="scores"/> (its first cell is for passage <paramref name="first"/>) what the term is worth in
    /// every passage before <paramref name="end"/>, and stands on the first posting after them.
    /// </summary>
    public void Accumulate(ReadOnlySpan<byte> bytes, TermWorth worth, ReadOnlySpan<byte> lengths, Span<int> scores, int first, int end)
    {
        // The innermost loop of every search: on a copy, which the compiler keeps in registers.
        var cursor = this;
        ref var cells = ref MemoryMarshal.GetReference(scores);
        ref var codes = ref MemoryMarshal.GetReference(lengths);
        while (cursor.Passage < end)
        {
            Unsafe.Add(ref cells, cursor.Passage - first) += worth.At(cursor.Count, Unsafe.Add(ref codes, cursor.Passage));
            cursor.MoveNext(bytes);
        }
        this = cursor;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveNext(ReadOnlySpan<byte> bytes)
    {
        if (++_index >= _total)
        {
            Passage = int.MaxValue;
            return;
        }
        uint value = bytes[_at++];
        if (value >= 0x80)
            value = ReadLong(bytes, value & 0x7f, ref _at);
        Passage += (int)(value >> 1) + 1;
        Count = (value & 1) == 0 ? 1 : bytes[_at++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadLong(ReadOnlySpan<byte> bytes, uint value, ref int at)
    {
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private void SkipBlocks(int passage, ReadOnlySpan<byte> bytes)
    {
        var block = _index / PostingsWriter.BlockSize;
        var last = (_total - 1) / PostingsWriter.BlockSize;
        if (last == 0 || block == last || LastOf(block, bytes) >= passage)
            return;
        var (low, high) = (block + 1, last);
        for (var step = 1; low + step < high && LastOf(low + step, bytes) < passage; step *= 2)
            low += step;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LastOf(middle, bytes) < passage)
                low = middle + 1;
            else
                high = middle;
        }
        Passage = LastOf(low - 1, bytes);
        _at = _dataAt + BinaryPrimitives.ReadInt32LittleEndian(bytes[(_skipsAt + (low - 1) * SkipSize + 4)..]);
        _index = low * PostingsWriter.BlockSize - 1;
        MoveNext(bytes);
    }

    private readonly int LastOf(int block, ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(_skipsAt + block * SkipSize)..]);
}
