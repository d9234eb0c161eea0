namespace Bot.Retrieval;

/// <summary>The three kinds of term a passage is searched by; each has length norms of its own.</summary>
internal enum TermField
{
    /// <summary>Single Han characters.</summary>
    Character,

    /// <summary>Two neighbouring characters, Han, letters or digits.</summary>
    Pair,

    /// <summary>Whole numbers and whole words of other scripts.</summary>
    Word,
}
