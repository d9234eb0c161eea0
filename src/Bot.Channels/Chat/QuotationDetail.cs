namespace Bot.Channels;

/// <summary>How much of the cited sentences an answer shows.</summary>
internal enum QuotationDetail
{
    /// <summary>Word for word.</summary>
    Whole,

    /// <summary>The beginning of long ones, and the clauses with the answer's numbers.</summary>
    Beginning,
}
