using System.Text;

namespace Bot.Corpus.Tests;

/// <summary>Reads what a test wrote down, as the file it would be.</summary>
internal static class Read
{
    public static Task<CleanDocument> TextAsync(string text, string name = "report.txt") => BytesAsync(Encoding.UTF8.GetBytes(text), name);

    public static Task<CleanDocument> BytesAsync(byte[] bytes, string name = "report.txt") =>
        new DocumentReader().ReadAsync(name, bytes, CancellationToken.None);

    public static string[] Texts(this CleanDocument document) => [.. document.Lines.Select(l => l.Text)];

    public static string[] Fields(this CleanDocument document) => [.. document.FieldLines.Select(l => l.Text)];
}
