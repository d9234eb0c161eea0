using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Corpus;

/// <summary>Web pages: the article's block by the density of its text, with its headings and tables, and the lines that tell of it.</summary>
internal static partial class HtmlText
{
    /// <summary>The charset a page declares, in a meta tag or the XML declaration.</summary>
    [GeneratedRegex(@"(charset|encoding)\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }

    public static DecodedDocument Read(ReadOnlySpan<byte> bytes)
    {
        var declared = Charset.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]));
        var text = TextDecoder.Decode(bytes, declared.Success ? LegacyEncodings.Named(declared.Groups["name"].Value) : null);
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        using var page = parser.ParseDocument(text.Text);
        var stated = PageMeta.Read(page);
        PageFurniture.Drop(page);
        var body = page.Body ?? throw Problems.NothingLeft();
        var content = ArticleBlock.Find(body);
        var lines = HtmlLines.Of(body, content);
        var title = stated.PageTitle;
        return new(
            [.. lines.Where(l => IsKept(l, title)).Select(l => l.Line)],
            stated,
            [.. lines.Where(l => !IsKept(l, title)).Select(l => new RemovedText(l.Line.Number, l.Line.Text, "正文之外的网页内容"))],
            text.Warnings);
    }

    // Outside the article: its title, and what the page tells of it.
    private static bool IsKept(HtmlLine line, string? title) =>
        line.IsContent
        || line.Line.Text.Length == 0
        || (line.IsAbove && line.Line is { Kind: CleanLineKind.Heading, HeadingLevel: <= 2 })
        || (line.IsAbove && title is not null && line.Line.Text.Length >= 6 && title.Contains(line.Line.Text, StringComparison.Ordinal))
        || LabelledLine.Read(line.Line.Text) is { Pieces: var pieces } && pieces.Any(p => p.Kind is not (LabelKind.Contact or LabelKind.Footer or LabelKind.Chrome));
}
