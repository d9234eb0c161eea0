using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Retrieval;

/// <summary>
/// A question's vector in the two forms that passages are compared with: as <see cref="Int8Vector"/>, and for the first pass as eight
/// levels (±1, ±3, ±5, ±7 times a step), one bit of each per number of the vector.
/// </summary>
internal sealed class QuestionVector
{
    private const int WordBits = 64;

    // Steps are tried in these parts of the vector's mean magnitude; about 0.37 is right for numbers spread as in a bell curve.
    private static readonly float[] s_steps = [0.2f, 0.28f, 0.37f, 0.45f, 0.55f, 0.7f, 1f, 1.5f, 2f];

    private readonly Planes[] _planes;
    private readonly int _sum;
    private readonly float _step;

    /// <param name="vector">Of unit length.</param>
    public QuestionVector(EmbeddingModel model, ReadOnlySpan<float> vector)
    {
        Model = model;
        var row = new sbyte[vector.Length];
        Scale = Int8Vector.Quantise(vector, row);
        Row = Array.ConvertAll(row, number => (short)number);

        _planes = new Planes[WordsOf(vector.Length)];
        _step = BestStep(vector);
        for (var i = 0; i < vector.Length; i++)
        {
            var level = LevelOf(vector[i], _step);
            var bit = 1UL << (i % WordBits);
            ref var planes = ref _planes[i / WordBits];
            planes.Negative |= vector[i] < 0 ? bit : 0;
            planes.Two |= (level & 2) != 0 ? bit : 0;
            planes.Four |= (level & 4) != 0 ? bit : 0;
            _sum += level;
        }
    }

    /// <summary>What can be compared with it.</summary>
    public EmbeddingModel Model { get; }

    public short[] Row { get; }

    public float Scale { get; }

    public static int WordsOf(int dimensions) => (dimensions + WordBits - 1) / WordBits;

    /// <summary>About the sum of the question's numbers, each with the sign that <paramref name="signs"/> gives it.</summary>
    /// <param name="signs">A bit per number, set where it is negative.</param>
    // Optimised from the first call on: one search calls it more often than it takes to find that worth while.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float SumWithSigns(ReadOnlySpan<ulong> signs)
    {
        int ones = 0, twos = 0, fours = 0;
        var planes = _planes;
        for (var i = 0; i < signs.Length; i++)
        {
            ref readonly var plane = ref planes[i];
            var unlike = signs[i] ^ plane.Negative;
            ones += BitOperations.PopCount(unlike);
            twos += BitOperations.PopCount(unlike & plane.Two);
            fours += BitOperations.PopCount(unlike & plane.Four);
        }
        return _step * (_sum - 2 * (ones + 2 * twos + 4 * fours));
    }

    private struct Planes
    {
        public ulong Negative;
        public ulong Two;
        public ulong Four;
    }

    private static int LevelOf(float number, float step) =>
        1 + 2 * (int)Math.Clamp(MathF.Abs(number) / (2 * step), 0, 3);

    private static float BestStep(ReadOnlySpan<float> vector)
    {
        var mean = 0f;
        foreach (var number in vector)
            mean += MathF.Abs(number) / vector.Length;
        var (best, least) = (0f, float.MaxValue);
        foreach (var part in s_steps)
        {
            var error = 0f;
            foreach (var number in vector)
            {
                var off = MathF.Abs(number) - part * mean * LevelOf(number, part * mean);
                error += off * off;
            }
            if (error < least)
                (best, least) = (part * mean, error);
        }
        return best;
    }
}
