namespace Bot.Answers.Understanding;

/// <summary>What is asked, and so which composer answers.</summary>
internal enum QuestionKind
{
    /// <summary>Neither a number nor a list: the sentences that tell.</summary>
    Open,
    Greeting,
    Thanks,

    /// <summary>No business of the reports: weather, jokes, programs to write.</summary>
    OffTopic,
    Injection,
    Contact,
    Figure,
    Comparison,
    List,
    Measure,
    Person,
    Date,
    DocumentNumber,
}
