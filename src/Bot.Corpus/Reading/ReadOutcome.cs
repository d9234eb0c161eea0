namespace Bot.Corpus;

/// <summary>What came of reading one file. A file that can't be read is an outcome, not an exception: the others go on.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    public sealed record Success(Report Report) : ReadOutcome;

    /// <param name="Problem">What is wrong, in Chinese, naming the file.</param>
    /// <param name="Remedy">How to mend it, in Chinese.</param>
    public sealed record Failure(ReportId Id, string Problem, string Remedy) : ReadOutcome;
}
