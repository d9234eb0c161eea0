using System.Numerics.Tensors;

namespace Bot.Retrieval;

/// <summary>Brings vectors to unit length.</summary>
internal static class UnitVector
{
    /// <summary>What is wrong with a vector; null: nothing.</summary>
    public static string? ProblemOf(ReadOnlySpan<float> vector)
    {
        if (vector.IsEmpty)
            return "is empty";
        var length = TensorPrimitives.Norm(vector);
        return !float.IsFinite(length) ? "holds numbers that are not finite"
            : length == 0 ? "is all zeros"
            : null;
    }

    /// <param name="vector">Sound, as <see cref="ProblemOf"/> tells.</param>
    public static void Normalise(Span<float> vector) => TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
}
