namespace Bot.Answers.Matching;

/// <summary>What an enterprise may be asked to tell of itself.</summary>
public enum ProfileFact
{
    Region,

    /// <summary>The district or county inside the region told.</summary>
    District,
    Founded,
    Size,

    /// <summary>Whether it holds the named standing or platform.</summary>
    Standing,

    /// <summary>Whether the named standing was won for the first time, and when.</summary>
    Acquisition,
    Sector,
    Quantity,

    /// <summary>Whether the named general thing is so (独立法人, 信用良好).</summary>
    Declaration,
}
