using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Channels;

/// <summary>What the pages that list what was read have in common: turning pages, and words that the script translates.</summary>
internal static class ListParts
{
    private static readonly Html ClosedCorrections = Html.Of(
        $"<p data-t=\"correctionsOff\">更正没有开放。要开放，请管理员在设置中给出 Admin:Key（至少 {AdminOptions.MinimumKeyLength} 个英文字母、数字或符号），然后重新启动。</p>");

    /// <summary>Said where an address leads past the end of a list.</summary>
    /// <param name="first">The address of the first page.</param>
    public static Html PastEnd(string first) => Html.Of(
        $"<div class=\"nothing\"><p data-t=\"ledgerPastEnd\">这一页已在末尾之后。</p><p><a href=\"{first}\" data-t=\"ledgerFirst\">回到第一页</a></p></div>");

    /// <summary>Links to the other pages of a list; empty when there are none.</summary>
    /// <param name="last">Number of the last line shown, from 1.</param>
    /// <param name="addressAt">The address of the page that begins after so many lines; null: at the beginning.</param>
    public static Html Pager(int offset, int limit, int last, int total, Func<string?, string> addressAt)
    {
        if (offset == 0 && last >= total)
            return Html.Empty;
        int lastPage = (total - 1) / limit * limit;
        return Html.Of(
            $"""
            <nav class="pager" aria-label="翻页" data-t-label="ledgerPager">
            {Turn("ledgerFirst", "第一页", offset > 0 ? 0 : null)}
            {Turn("ledgerBack", "上一页", offset > 0 ? Math.Max(0, offset - limit) : null)}
            {Turn("ledgerNext", "下一页", last < total ? last : null)}
            {Turn("ledgerLast", "末页", last < total ? lastPage : null)}
            </nav>
            """);

        Html Turn(string key, string words, int? at) => at is null
            ? Html.Of($"<span class=\"quiet-button is-off\" data-t=\"{key}\">{words}</span>")
            : Html.Of($"<a class=\"quiet-button\" href=\"{addressAt(at == 0 ? null : at.Value.ToString(CultureInfo.InvariantCulture))}\" data-t=\"{key}\">{words}</a>");
    }

    /// <param name="key">Of the words in the page's language file, {names} in them filled by the arguments.</param>
    public static Html Words(string key, string words, params ReadOnlySpan<(string Name, int Value)> arguments)
    {
        var given = new List<string>();
        foreach (var (name, value) in arguments)
            given.Add(string.Create(CultureInfo.InvariantCulture, $"\"{name}\":{value}"));
        return Html.Of($"<span data-t=\"{key}\" data-t-args=\"{{{string.Join(',', given)}}}\">{words}</span>");
    }

    /// <summary>Which of a list's filters to leave out where nothing is found.</summary>
    /// <param name="page">The page's address.</param>
    public static Html Widen(string page, ImmutableArray<WiderSearch> wider) => Html.Of(
        $"""
        <p data-t="ledgerWiden">可以去掉其中一个条件：</p>
        <ul>{Html.Join(wider.Select(each => WiderLine(page, each)))}</ul>
        """);

    /// <summary>The section where staff list and take back corrections.</summary>
    /// <param name="key">Of the words that say what can be corrected.</param>
    public static Html Corrections(bool areOpen, string key, string about) => Html.Of(
        $"""
        <section id="corrections" class="corrections" aria-labelledby="corrections-title">
        <h2 id="corrections-title" data-t="corrections">更正</h2>
        {(areOpen ? OpenCorrections(key, about) : ClosedCorrections)}
        </section>
        """);

    /// <summary>The link to a paragraph, a sentence of it lit up.</summary>
    public static Html Source(string report, string title, int paragraph, string sentence) => Html.Of(
        $"<a href=\"{Address(report, paragraph, sentence)}\">《{title}》<span data-t=\"paragraph\" data-t-args=\"{{&quot;paragraph&quot;:{paragraph}}}\">第 {paragraph} 段</span></a>");

    /// <summary>The address, from the site's root, of a paragraph with a sentence of it lit up.</summary>
    public static string Address(string report, int paragraph, string sentence)
    {
        // As the talk's links do: the quote is cut, for an address has a length.
        string quote = sentence[..Math.Min(sentence.Length, 300)];
        return string.Create(CultureInfo.InvariantCulture, $"reports/{Uri.EscapeDataString(report)}?quote={Uri.EscapeDataString(quote)}#p{paragraph}");
    }

    private static Html OpenCorrections(string key, string about) => Html.Of(
        $"""
        <p data-t="{key}">{about}</p>
        <noscript><p>更正需要启用 JavaScript。</p></noscript>
        <div id="correction-list"></div>
        """);

    private static Html WiderLine(string page, WiderSearch wider) => Html.Of(
        $"""
        <li><a href="{page}{wider.Query}"><span data-t="ledgerWithout">去掉</span> {wider.Name}：{wider.Given}</a> {Words("ledgerCount", $"（{wider.Total} 个）", ("total", wider.Total))}</li>

        """);
}

/// <param name="Name">What people call the parameter that is left out.</param>
/// <param name="Given">What was given in it.</param>
/// <param name="Query">The address's query without it.</param>
/// <param name="Total">How many are found without it.</param>
internal sealed record WiderSearch(string Name, string Given, string Query, int Total);
