namespace Bot.Corpus;

/// <summary>A file that can't be read into text: what is wrong with it and how to mend that, both in Chinese for people.</summary>
public sealed class UnreadableReportException(string problem, string remedy, Exception? inner = null)
    : Exception(problem + remedy, inner)
{
    public string Problem { get; } = problem;

    public string Remedy { get; } = remedy;
}
