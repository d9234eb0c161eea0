namespace Bot.Corpus;

/// <summary>How often an amount is given. What isn't written has none.</summary>
public enum Recurrence
{
    /// <summary>一次性.</summary>
    Once,

    /// <summary>每年, 连续三年.</summary>
    Yearly,
}
