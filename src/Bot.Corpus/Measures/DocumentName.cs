namespace Bot.Corpus;

/// <summary>What a document is called, in the form in which such names are compared: folded, without brackets around the title.</summary>
/// <param name="Number">发文字号; null when not known.</param>
public readonly record struct DocumentName(string Title, string? Number)
{
    public static DocumentName Of(NamedDocument named) => new(Plain(named.Title), Known(named.DocumentNumber));

    public static DocumentName Of(ReportMetadata report) => new(Plain(report.Title), Known(report.DocumentNumber));

    /// <summary>True when this name means the document of the other: by its number where both have one, else by its title.</summary>
    public bool Means(DocumentName document) => Number is not null && document.Number is not null
        ? Number == document.Number
        : Title.Length > 0 && document.Title.Contains(Title, StringComparison.Ordinal);

    private static string? Known(string? number) => number is null ? null : Plain(number);

    private static string Plain(string text) =>
        string.Concat(TextFolding.Fold(text).Select(c => c switch { '〔' or '[' or '【' or '（' => '(', '〕' or ']' or '】' or '）' => ')', _ => c })
            .Where(c => !char.IsWhiteSpace(c) && c is not ('《' or '》' or '<' or '>')));
}
