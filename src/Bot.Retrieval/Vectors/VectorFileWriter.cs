using System.Runtime.InteropServices;

namespace Bot.Retrieval;

/// <summary>Writes the vectors of one segment's passages, in their order.</summary>
internal sealed class VectorFileWriter(string path, int dimensions) : IDisposable
{
    // What is mapped of a file has to be below 2 GB.
    private const long LargestTables = 1L << 30;

    private const int RowsAtOnce = 256;

    private readonly SegmentStream _stream = new(path);
    private readonly List<float> _scales = [];
    private readonly double[] _sums = new double[dimensions];
    private readonly sbyte[] _row = new sbyte[dimensions];
    private int _embedded;

    /// <param name="vector">Of unit length.</param>
    public void Add(ReadOnlySpan<float> vector)
    {
        var scale = Int8Vector.Quantise(vector, _row);
        Add(_row, scale);
    }

    /// <param name="scale">0: the passage has no vector.</param>
    public void Add(ReadOnlySpan<sbyte> row, float scale)
    {
        _stream.Write(row);
        _scales.Add(scale);
        if (scale == 0)
            return;
        _embedded++;
        for (var i = 0; i < row.Length; i++)
            _sums[i] += row[i] * scale;
    }

    public void AddNone()
    {
        Array.Clear(_row);
        Add(_row, 0);
    }

    public void Complete()
    {
        float[] mean = [.. _sums.Select(sum => (float)(sum / Math.Max(1, _embedded)))];
        var layout = new VectorLayout { Magic = VectorLayout.MagicOfFormat1, Passages = _scales.Count, Dimensions = dimensions, SignWords = QuestionVector.WordsOf(dimensions) };
        if (layout.TablesSize > LargestTables)
            layout.SignWords = 0;
        var worth = new float[_scales.Count];
        var signs = new ulong[(long)_scales.Count * layout.SignWords];
        if (layout.SignWords > 0)
            ReadSigns(mean, worth, signs, layout.SignWords);
        _stream.Write<float>(CollectionsMarshal.AsSpan(_scales));
        _stream.Write<float>(worth);
        // In parts, because their bytes may be more than one span holds.
        for (var at = 0; at < signs.Length; at += 1 << 20)
            _stream.Write<ulong>(signs.AsSpan(at, Math.Min(1 << 20, signs.Length - at)));
        _stream.Complete(layout);
    }

    public void Dispose() => _stream.Dispose();

    // A second pass over what was written, because the mean is only known now.
    private void ReadSigns(float[] mean, float[] worth, ulong[] signs, int words)
    {
        var rows = new sbyte[RowsAtOnce * dimensions];
        for (var first = 0; first < _scales.Count; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, _scales.Count - first);
            _stream.ReadBack((long)first * dimensions, MemoryMarshal.AsBytes(rows.AsSpan(0, count * dimensions)));
            for (var i = 0; i < count; i++)
                if (_scales[first + i] is not 0 and var scale)
                    worth[first + i] = SignsOf(rows.AsSpan(i * dimensions, dimensions), scale, mean, signs.AsSpan((first + i) * words, words));
        }
    }

    // With the squared length over the sum of magnitudes as their worth, the signs give products right on average (as in RaBitQ).
    private static float SignsOf(ReadOnlySpan<sbyte> row, float scale, ReadOnlySpan<float> mean, Span<ulong> signs)
    {
        float squares = 0, magnitudes = 0;
        for (var i = 0; i < row.Length; i++)
        {
            var off = row[i] * scale - mean[i];
            squares += off * off;
            magnitudes += MathF.Abs(off);
            if (off < 0)
                signs[i >> 6] |= 1UL << (i & 63);
        }
        return magnitudes == 0 ? 0 : squares / magnitudes;
    }
}
