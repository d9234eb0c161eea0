namespace Bot.Corpus;

/// <summary>What a part of a policy document is there for.</summary>
internal enum NodeRole
{
    /// <summary>It may set measures.</summary>
    None,
    Materials,
    Period,
    Procedure,
    Contact,
    Conditions,
    Beneficiary,
    Standard,
    Supplement,
    Purpose,
}
