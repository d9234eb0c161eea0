using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The terms a passage is searched by: those of its report's title, of the headings above it and its own.</summary>
internal static class PassageTerms
{
    /// <summary>Adds every occurrence to <paramref name="terms"/>; positions are those in the piece a term was read from.</summary>
    /// <param name="title">Folded.</param>
    public static void Read(string title, IReadOnlyList<string> section, string text, List<Term> terms)
    {
        TermReader.Read(title, terms);
        foreach (var heading in section)
            TermReader.Read(TextFolding.Fold(heading), terms);
        TermReader.Read(TextFolding.Fold(text), terms);
    }
}
