using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bot.Retrieval;

/// <summary>Vectors as whole numbers of -127 to 127 with one scale each: a quarter of the room, and sums that are the same on every processor.</summary>
internal static class Int8Vector
{
    private const float Largest = 127;

    /// <summary>Writes the vector's numbers in units of the scale that is returned; never 0 for a vector of unit length.</summary>
    public static float Quantise(ReadOnlySpan<float> vector, Span<sbyte> row)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(vector)) / Largest;
        for (var i = 0; i < vector.Length; i++)
            row[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -Largest, Largest);
        return scale;
    }

    /// <summary>The sum of products.</summary>
    /// <param name="query">Numbers of -127 to 127, widened once for all rows.</param>
    // Optimised from the first call on: one search calls it more often than it takes to find that worth while.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> row)
    {
        if (query.Length != row.Length)
            throw new ArgumentException($"{query.Length} numbers against {row.Length}.", nameof(row));
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var r = ref MemoryMarshal.GetReference(row);
        var sum = 0;
        var i = 0;
        if (Avx512BW.IsSupported)
        {
            Vector512<int> even = default, odd = default;
            for (; i + 64 <= row.Length; i += 64)
            {
                even += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref r, (nuint)i)), Vector512.LoadUnsafe(ref q, (nuint)i));
                odd += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref r, (nuint)i + 32)), Vector512.LoadUnsafe(ref q, (nuint)i + 32));
            }
            sum = Vector512.Sum(even + odd);
        }
        else if (Avx2.IsSupported)
        {
            Vector256<int> even = default, odd = default;
            for (; i + 32 <= row.Length; i += 32)
            {
                even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, (nuint)i)), Vector256.LoadUnsafe(ref q, (nuint)i));
                odd += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, (nuint)i + 16)), Vector256.LoadUnsafe(ref q, (nuint)i + 16));
            }
            sum = Vector256.Sum(even + odd);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Vector128<int> sums = default;
            for (; i + 16 <= row.Length; i += 16)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref r, (nuint)i));
                low *= Vector128.LoadUnsafe(ref q, (nuint)i);
                high *= Vector128.LoadUnsafe(ref q, (nuint)i + 8);
                sums += Vector128.WidenLower(low) + Vector128.WidenUpper(low) + Vector128.WidenLower(high) + Vector128.WidenUpper(high);
            }
            sum = Vector128.Sum(sums);
        }
        for (; i < row.Length; i++)
            sum += query[i] * row[i];
        return sum;
    }
}
