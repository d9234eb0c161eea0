using Bot.Corpus.Tests.Structure;

namespace Bot.Corpus.Tests.Figures;

/// <summary>The figures of a report given as lines, structured as the program does it.</summary>
internal static class Ledger
{
    /// <summary>The one figure of a report that is written so.</summary>
    public static Figure Figure(string report, string number)
    {
        var structured = Text.Structured(report);
        var text = string.Join('\n', structured.Paragraphs.Select(p => p.Text));
        return FigureReader.Default.Read(structured.Metadata, structured.Paragraphs)
            .Where(figure => figure.Span.Of(text) == number).ShouldHaveSingleItem();
    }
}
