namespace Bot.Retrieval;

/// <summary>What a segment being written knows of its passages, by index.</summary>
internal sealed class PassageTable
{
    public List<byte>[] Lengths { get; } = [[], [], []];

    public List<byte> Parts { get; } = [];

    public List<PassageEntry> Entries { get; } = [];

    /// <summary>Sum of the lengths per field, as precise as the codes keep them, so that merging keeps it.</summary>
    public long[] Totals { get; } = new long[3];

    public void Add(PassageEntry entry, byte parts, ReadOnlySpan<byte> lengthCodes)
    {
        Entries.Add(entry);
        Parts.Add(parts);
        for (var field = 0; field < Lengths.Length; field++)
        {
            Lengths[field].Add(lengthCodes[field]);
            Totals[field] += LengthCode.ToLength(lengthCodes[field]);
        }
    }
}
