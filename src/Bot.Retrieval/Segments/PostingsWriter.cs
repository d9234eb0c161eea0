using System.Buffers.Binary;

namespace Bot.Retrieval;

/// <summary>
/// Encodes one term's postings: for more than <see cref="BlockSize"/> of them a skip table (per block the last passage and
/// the offset of the block's end, 4 bytes each), then per posting the distance to the one before, doubled, plus one
/// if its count follows in a byte, as a variable-length number.
/// </summary>
internal sealed class PostingsWriter
{
    public const int BlockSize = 128;
    public const int LargestCount = 15;

    private byte[] _skips = new byte[1024];
    private byte[] _bytes = new byte[4096];
    private int _skipLength;
    private int _length;
    private int _previous = -1;

    public int Count { get; private set; }

    public byte Largest { get; private set; }

    public byte Smallest { get; private set; } = byte.MaxValue;

    /// <param name="passage">Ascending.</param>
    /// <param name="count">Occurrences, from 1; more than <see cref="LargestCount"/> count as that many.</param>
    /// <param name="lengthCode">The passage's length in the term's field.</param>
    public void Add(int passage, int count, byte lengthCode)
    {
        if (Count > 0 && Count % BlockSize == 0)
            EndBlock();
        if (_length + 6 > _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        var value = ((uint)(passage - _previous - 1) << 1) | (count > 1 ? 1u : 0u);
        for (; value >= 0x80; value >>= 7)
            _bytes[_length++] = (byte)(value | 0x80);
        _bytes[_length++] = (byte)value;
        var kept = (byte)Math.Min(count, LargestCount);
        if (kept > 1)
            _bytes[_length++] = kept;
        _previous = passage;
        Largest = Math.Max(Largest, kept);
        Smallest = Math.Min(Smallest, lengthCode);
        Count++;
    }

    /// <summary>Writes what was added and begins the next term; returns the number of bytes written.</summary>
    public int Flush(SegmentStream target)
    {
        if (Count > BlockSize)
            EndBlock();
        target.Write(_skips.AsSpan(0, _skipLength));
        target.Write(_bytes.AsSpan(0, _length));
        var written = _skipLength + _length;
        (_skipLength, _length, _previous, Count, Largest, Smallest) = (0, 0, -1, 0, 0, byte.MaxValue);
        return written;
    }

    private void EndBlock()
    {
        if (_skipLength + 8 > _skips.Length)
            Array.Resize(ref _skips, _skips.Length * 2);
        BinaryPrimitives.WriteInt32LittleEndian(_skips.AsSpan(_skipLength), _previous);
        BinaryPrimitives.WriteInt32LittleEndian(_skips.AsSpan(_skipLength + 4), _length);
        _skipLength += 8;
    }
}
