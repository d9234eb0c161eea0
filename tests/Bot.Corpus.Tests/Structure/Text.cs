namespace Bot.Corpus.Tests.Structure;

/// <summary>Structures a few lines given as one text.</summary>
internal static class Text
{
    private static readonly ReportStructurer Structurer = new();

    public static StructuredReport Structured(string text, HeadFields? fields = null, SourceEntry? overrides = null) =>
        Structurer.Structure(Document(text, fields), overrides);

    /// <summary>A seed as the program structures it: read and cleaned first.</summary>
    public static async Task<StructuredReport> SeedAsync(string prefix) =>
        Structurer.Structure(await new DocumentReader().ReadAsync(ReportFolder.Seed(prefix), CancellationToken.None), null);

    public static CleanDocument Document(string text, HeadFields? fields = null) => new(
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((line, i) => new CleanLine(i + 1, line, CleanLineKind.Text, 0))],
        [],
        fields ?? HeadFields.None,
        [],
        []);

    /// <summary>The one paragraph that holds <paramref name="words"/>.</summary>
    public static Paragraph Holding(this StructuredReport report, string words) =>
        report.Paragraphs.Where(p => p.Text.Contains(words, StringComparison.Ordinal)).ShouldHaveSingleItem();

    /// <summary>The first sentence that holds <paramref name="words"/>.</summary>
    public static Sentence Sentence(this StructuredReport report, string words) =>
        report.Paragraphs.SelectMany(p => p.Sentences.Where(s => s.Span.Of(p.Text).Contains(words, StringComparison.Ordinal))).First();
}
