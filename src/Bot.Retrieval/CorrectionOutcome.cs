namespace Bot.Retrieval;

/// <summary>What came of a correction.</summary>
public abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    public sealed record Corrected(LedgerFigure Figure) : CorrectionOutcome;

    /// <summary>There is no such number in the ledger (any more).</summary>
    public sealed record Gone(string Problem) : CorrectionOutcome;

    /// <summary>The meaning can't be taken.</summary>
    /// <param name="Field">Which part of it, as <see cref="FigureMeaning"/> names it.</param>
    /// <param name="Problem">What is wrong and how to mend it, in Chinese.</param>
    public sealed record Invalid(string Field, string Problem) : CorrectionOutcome;
}
