namespace Bot.Retrieval;

/// <summary>One occurrence of a term.</summary>
/// <param name="Key">The term: its field in the two highest bits, then its characters, or a hash of a word.</param>
/// <param name="Position">Index of its first character in the text it was read from.</param>
internal readonly record struct Term(ulong Key, int Position)
{
    private const int FieldShift = 62;
    private const int RuneBits = 21;

    public static TermField FieldOf(ulong key) => (TermField)(key >> FieldShift);

    public static ulong CharacterKey(int rune) => (ulong)rune;

    public static ulong PairKey(int first, int second) =>
        ((ulong)TermField.Pair << FieldShift) | ((ulong)first << RuneBits) | (uint)second;

    /// <summary>FNV-1a over the characters: with 62 bits, two words of a corpus don't meet.</summary>
    public static ulong WordKey(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ c) * 1099511628211UL;
        return ((ulong)TermField.Word << FieldShift) | (hash >> 2);
    }
}
