using System.Buffers;

namespace Bot.Retrieval;

/// <summary>
/// Finds the passages of one segment whose vectors are nearest to the question's. Few are compared number by number; of many, the
/// signs tell which are worth that.
/// </summary>
internal sealed class DenseScan(VectorFile file, int segment, QuestionVector question, TopPassages top)
{
    /// <summary>What a product of 1 counts as, in whole units, so that the order does not depend on how it was added up.</summary>
    public const int Unit = 1 << 24;

    // Up to so many passages the numbers are compared at once, which takes no longer than reading some hundred of them here and there.
    private const int Few = 2048;

    // Of more, this many times as many as are wanted; measured, see the benchmarks.
    private const int Spare = 8;

    private const int RowsAtOnce = 256;

    /// <param name="ranges">Ascending, apart from each other.</param>
    /// <param name="wanted">How many of the nearest are wanted.</param>
    public void Run(PassageRange[] ranges, int wanted)
    {
        var buffer = ArrayPool<sbyte>.Shared.Rent(RowsAtOnce * file.Dimensions);
        if (file.SignWords == 0 || ranges.Sum(r => (long)r.End - r.Start) <= Few)
            foreach (var range in ranges)
                Compare(range, buffer);
        else
            foreach (var passage in new FirstPass(file, question).Run(ranges, wanted * Spare, passage => top.IsWanted(segment, passage)))
                Compare(new PassageRange(passage, passage + 1), buffer);
        ArrayPool<sbyte>.Shared.Return(buffer);
        GC.KeepAlive(file);
    }

    private void Compare(PassageRange range, sbyte[] buffer)
    {
        var scales = file.Scales;
        for (var first = range.Start; first < range.End; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, range.End - first);
            var rows = buffer.AsSpan(0, count * file.Dimensions);
            file.Read(first, rows);
            for (var i = 0; i < count; i++)
            {
                var product = (double)Int8Vector.Dot(question.Row, rows.Slice(i * file.Dimensions, file.Dimensions)) * question.Scale * scales[first + i];
                if ((int)(product * Unit) is var score && score >= top.Threshold)
                    top.Offer(score, segment, first + i);
            }
        }
    }
}
