namespace Bot.Configuration;

/// <summary>Words of the house that asks: added to those built in.</summary>
internal sealed class VocabularyOptions
{
    public const string SectionName = "Vocabulary";

    /// <summary>
    /// Holds any of synonyms.txt, indicators.txt, question-words.txt, attributes.txt, english.txt, english-answers.txt and measures.txt; relative to
    /// the working directory. Default, and when empty: none.
    /// </summary>
    [ExistingFolder]
    public string? Folder { get; set; }
}
