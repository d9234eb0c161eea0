using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What a figure is looked up by: the folded name of its indicator, and its folded words, empty where they are the same.</summary>
internal readonly record struct LedgerName(string Name, string Words)
{
    public static LedgerName Of(Figure figure)
    {
        var words = Key(figure.Words);
        var name = figure.Indicator is { } indicator ? Key(indicator) : words;
        return new(name, words == name ? "" : words);
    }

    /// <summary>The form in which names are compared.</summary>
    public static string Key(string name) => TextFolding.Fold(name).Trim();
}
