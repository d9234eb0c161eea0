namespace Bot.Corpus;

/// <summary>Whether a passage tells what was done or what is to come.</summary>
public enum ReportPart
{
    /// <summary>Neither heading nor language tells, or the document is neither (a policy document).</summary>
    Unknown,

    /// <summary>What was done in the report's summary year.</summary>
    Summary,

    /// <summary>What is to be done in the report's plan year or later.</summary>
    Plan,
}
