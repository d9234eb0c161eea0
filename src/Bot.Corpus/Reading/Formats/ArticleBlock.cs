using AngleSharp.Dom;

namespace Bot.Corpus;

/// <summary>Finds the element that holds a page's article: the smallest one with nearly all of its running text.</summary>
internal static class ArticleBlock
{
    // An article's block holds at least this share of what its parent holds; else its parts lie side by side in the parent.
    private const double LeastShare = 0.75;

    public static IElement Find(IElement body)
    {
        var block = body;
        while (true)
        {
            var total = Weight(block);
            var child = block.Children.FirstOrDefault(c => Weight(c) >= total * LeastShare && HtmlLines.IsBlock(c) && HoldsBlocks(c));
            if (child is null || total == 0)
                return block;
            block = child;
        }
    }

    /// <summary>How much running text an element holds: the characters outside links in sentences, by their punctuation.</summary>
    public static int Weight(IElement? element)
    {
        if (element is null)
            return 0;
        var linked = element.QuerySelectorAll("a").Sum(a => Characters(a.TextContent));
        var rows = element.QuerySelectorAll("td").Sum(c => Characters(c.TextContent) / 2);
        return Math.Max(0, Characters(element.TextContent) - (2 * linked)) + (Sentences(element.TextContent) * 20) + rows;
    }

    // Going down into a single paragraph or table would lose its neighbours of the same article.
    private static bool HoldsBlocks(IElement element) =>
        element.LocalName is not ("p" or "table" or "tbody" or "tr" or "ul" or "ol" or "li" or "h1" or "h2" or "h3" or "h4" or "blockquote" or "pre")
        || (element.LocalName is "table" or "tbody" or "tr" && HtmlTable.IsLayout(element));

    private static int Characters(string text) => text.Count(c => !char.IsWhiteSpace(c));

    private static int Sentences(string text) => text.Count(c => c is '。' or '；' or '，');
}
