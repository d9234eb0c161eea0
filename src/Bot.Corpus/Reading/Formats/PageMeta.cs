using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Corpus;

/// <summary>
/// What a page's head tells of the document. Chinese government sites name these by the standard for government websites
/// (ArticleTitle, PubDate, ContentSource, Url); others by Open Graph and Dublin Core.
/// </summary>
internal static class PageMeta
{
    public static HeadFields Read(IHtmlDocument page)
    {
        var ledger = new FieldLedger();
        if (Meta(page, "PubDate", "publishdate", "article:published_time", "dc.date") is { } day)
            ledger.NoteDate(day, rank: 0);
        if (Meta(page, "ContentSource", "source", "Author") is { } source && PageVocabulary.LooksLikeOffice(source))
            ledger.NoteIssuer(source, rank: 0);
        if (page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } canonical)
            ledger.NoteAddress(canonical);
        if (Meta(page, "Url", "og:url") is { } url)
            ledger.NoteAddress(url);
        var title = Meta(page, "ArticleTitle", "og:title") ?? page.Title;
        return ledger.Fields with { PageTitle = string.IsNullOrWhiteSpace(title) ? null : title.Trim() };
    }

    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            var meta = page.QuerySelectorAll("meta").FirstOrDefault(m =>
                name.Equals(m.GetAttribute("name") ?? m.GetAttribute("property"), StringComparison.OrdinalIgnoreCase));
            if (meta?.GetAttribute("content")?.Trim() is { Length: > 0 } content)
                return content;
        }
        return null;
    }
}
