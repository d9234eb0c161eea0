namespace Bot.Corpus;

/// <summary>sources.json can't be used: what is wrong, naming the place, and how to mend it, both in Chinese.</summary>
public sealed class SourcesFileException(string problem, string remedy, Exception? inner = null)
    : Exception(problem + remedy, inner)
{
    public string Problem { get; } = problem;

    public string Remedy { get; } = remedy;
}
