using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Where a paragraph stands: its report and its number there, from 1.</summary>
public readonly record struct ParagraphAddress(ReportId Report, int Number)
{
    public override string ToString() => $"{Report}#p{Number}";
}
