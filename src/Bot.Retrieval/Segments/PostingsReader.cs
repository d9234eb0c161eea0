namespace Bot.Retrieval;

/// <summary>Walks one term's postings from first to last.</summary>
internal ref struct PostingsReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _left;

    public PostingsReader(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        _left = count;
        _at = PostingCursor.SkipTableSize(count);
        Passage = -1;
        Count = 0;
    }

    public int Passage { get; private set; }

    public int Count { get; private set; }

    public bool MoveNext()
    {
        if (_left-- == 0)
            return false;
        uint value = _bytes[_at++];
        if (value >= 0x80)
        {
            value &= 0x7f;
            for (var shift = 7; ; shift += 7)
            {
                uint next = _bytes[_at++];
                value |= (next & 0x7f) << shift;
                if (next < 0x80)
                    break;
            }
        }
        Passage += (int)(value >> 1) + 1;
        Count = (value & 1) == 0 ? 1 : _bytes[_at++];
        return true;
    }
}
