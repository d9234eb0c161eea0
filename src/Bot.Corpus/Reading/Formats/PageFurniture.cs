using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Corpus;

/// <summary>Drops what a page marks as none of its article, before its text is looked at.</summary>
internal static partial class PageFurniture
{
    private const string Elements =
        "script,style,noscript,template,nav,aside,footer,form,iframe,object,embed,svg,button,select,textarea,input,link,[hidden],[aria-hidden=true]";

    /// <summary>Class names and ids of navigation, side bars, sharing, recommendations and feet, as whole words.</summary>
    [GeneratedRegex(@"(^|[\s_-])(nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|sidebar|side|aside|share|sharing|bdsharebuttonbox|related|recommend|recommends|hot|comments?|pager|pagination|copyright|toolbar|ads?|advert|banner|login|search|qrcode|ewm)([\s_-]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex FurnitureName { get; }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden { get; }

    public static void Drop(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Elements))
            element.Remove();
        var total = ArticleBlock.Weight(page.Body);
        foreach (var element in page.QuerySelectorAll("body *").ToArray())
        {
            var furniture = FurnitureName.IsMatch($"{element.ClassName} {element.Id}") || Hidden.IsMatch(element.GetAttribute("style") ?? "");
            // Sites name things oddly: what holds most of the text is the article whatever it is called.
            if (furniture && element.ParentElement is not null && ArticleBlock.Weight(element) <= total * 0.4)
                element.Remove();
        }
    }
}
