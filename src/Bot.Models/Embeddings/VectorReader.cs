using System.Buffers.Binary;
using System.Text.Json;

namespace Bot.Models;

/// <summary>Reads the vectors out of a reply.</summary>
internal static class VectorReader
{
    /// <param name="count">How many texts were sent.</param>
    /// <returns>One vector of unit length per text, in the order of the texts, whatever the order of the reply.</returns>
    /// <exception cref="FormatException">The reply doesn't have exactly one usable vector per text; the message says why.</exception>
    public static float[][] Read(EmbeddingReply? reply, int count)
    {
        var items = reply?.Data ?? throw new FormatException("the reply has no data");
        if (items.Count != count)
            throw new FormatException($"{items.Count} vectors for {count} texts");
        var vectors = new float[count][];
        for (int i = 0; i < count; i++)
        {
            // A reply that numbers none of its vectors has them in order.
            int index = items[i].Index ?? (items.All(item => item.Index is null) ? i : -1);
            if (index < 0 || index >= count || vectors[index] is not null)
                throw new FormatException("the vectors are not numbered by their texts");
            vectors[index] = Normalised(Numbers(items[i].Embedding));
        }
        return vectors;
    }

    private static float[] Numbers(JsonElement embedding) => embedding.ValueKind switch
    {
        JsonValueKind.Array => [.. embedding.EnumerateArray().Select(Number)],
        JsonValueKind.String when embedding.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0 => Numbers(bytes),
        _ => throw new FormatException("a vector is neither a list of numbers nor base64"),
    };

    private static float Number(JsonElement number) =>
        number.ValueKind is JsonValueKind.Number ? number.GetSingle() : throw new FormatException("a vector holds something other than numbers");

    private static float[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new float[bytes.Length / sizeof(float)];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return numbers;
    }

    private static float[] Normalised(float[] vector)
    {
        double squares = 0;
        foreach (float number in vector)
            squares += (double)number * number;
        double length = Math.Sqrt(squares);
        if (length is 0 || !double.IsFinite(length))
            throw new FormatException("a vector is empty, all zeros, or not finite");
        for (int i = 0; i < vector.Length; i++)
            vector[i] = (float)(vector[i] / length);
        return vector;
    }
}
