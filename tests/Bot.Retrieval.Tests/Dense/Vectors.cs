namespace Bot.Retrieval.Tests.Dense;

/// <summary>Vectors of unit length.</summary>
internal static class Vectors
{
    public static float[] Random(Random random, int dimensions, float[]? near = null, float spread = 1)
    {
        var vector = Enumerable.Range(0, dimensions).Select(i => (near?[i] ?? 0) + spread * Normal(random) / MathF.Sqrt(dimensions)).ToArray();
        UnitVector.Normalise(vector);
        return vector;
    }

    // Box and Muller's.
    private static float Normal(Random random) => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
