namespace Bot.Retrieval;

/// <summary>What came of a correction.</summary>
public abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    public sealed record Corrected(LedgerFigure Figure) : CorrectionOutcome;

    /// <param name="Measure">A measure that the item belongs to, as it is now.</param>
    public sealed record CorrectedMeasure(FoundMeasure Measure) : CorrectionOutcome;

    /// <summary>There is no such number in the ledger, no such words in the register (any more).</summary>
    public sealed record Gone(string Problem) : CorrectionOutcome;

    /// <summary>The meaning can't be taken.</summary>
    /// <param name="Field">Which part of it, as <see cref="FigureMeaning"/>, <see cref="ConditionMeaning"/> or <see cref="AmountMeaning"/> names it.</param>
    /// <param name="Problem">What is wrong and how to mend it, in Chinese.</param>
    public sealed record Invalid(string Field, string Problem) : CorrectionOutcome;
}
