namespace Bot.Reading;

/// <summary>What one look at a file found.</summary>
internal abstract record FileContent
{
    private FileContent()
    {
    }

    /// <summary>It stands still and can be opened.</summary>
    /// <param name="Hash">See <see cref="ReportReading.HashAsync"/>.</param>
    public sealed record Settled(string Hash) : FileContent;

    /// <summary>It is still being written or copied, or another program holds it: look again later.</summary>
    /// <param name="Reason">In Chinese.</param>
    public sealed record Unsettled(string Reason) : FileContent;

    /// <summary>It can't be opened until a person does something.</summary>
    /// <param name="Problem">In Chinese, naming the file.</param>
    /// <param name="Remedy">In Chinese.</param>
    public sealed record Closed(string Problem, string Remedy) : FileContent;
}
