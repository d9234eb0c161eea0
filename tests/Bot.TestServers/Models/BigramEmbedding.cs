namespace Bot.TestServers;

/// <summary>
/// A text as counts of its characters and character pairs, hashed into a vector: the same text always gives the same
/// vector, texts that share wording are near. Not of unit length, as a client must not rely on it.
/// </summary>
public static class BigramEmbedding
{
    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        for (int i = 0; i < text.Length; i++)
        {
            Add(vector, text.AsSpan(i, 1), 1);
            if (i + 1 < text.Length)
                Add(vector, text.AsSpan(i, 2), 2);
        }
        return vector;
    }

    private static void Add(float[] vector, ReadOnlySpan<char> gram, float weight)
    {
        // FNV-1a, since string.GetHashCode differs from process to process.
        uint hash = 2166136261;
        foreach (char c in gram)
            hash = (hash ^ c) * 16777619;
        // Half of the grams count downwards, so that unrelated texts are about at right angles.
        vector[hash % (uint)vector.Length] += (hash & 0x8000_0000) == 0 ? weight : -weight;
    }
}
