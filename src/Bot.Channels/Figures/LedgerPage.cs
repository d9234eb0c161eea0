using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>The figure ledger for browsing: filters, what they find, and corrections. English words come from the page's script.</summary>
/// <param name="Found">The page of figures asked for; nothing of it is shown where there are problems.</param>
/// <param name="Problems">Parameters that can't be understood.</param>
/// <param name="Wider">Where nothing is found: what would be, without one of the filters.</param>
internal sealed record LedgerPage(
    LedgerRequest Request,
    LedgerForm Form,
    FigurePage Found,
    ImmutableArray<Problem> Problems,
    ImmutableArray<WiderSearch> Wider,
    ReportLinks Links,
    bool AreCorrectionsOpen)
{
    private int First => Request.Offset + 1;

    private int Last => Request.Offset + Found.Figures.Length;

    public Html Render() => Html.Of(
        $"""
        <main id="content" class="ledger" data-corrections="{(AreCorrectionsOpen ? "on" : "off")}">
        <header class="ledger-head">
        <h1 data-t="ledger">数字台账</h1>
        <p class="lead" data-t="ledgerLead">从收录的报告中读出的每一个数字，连同它的含义和原句。存疑的数字不单独用来作答。</p>
        </header>
        {Form.Render(Request, Problems)}
        <p id="said" class="said" role="status"></p>
        {(Problems.IsEmpty ? Results() : Html.Empty)}
        {Corrections()}
        </main>
        """);

    private Html Results() => Found.Figures.IsEmpty ? Nothing() : Html.Of(
        $"""
        <div class="found">
        <p class="total">{Words("ledgerTotal", $"共 {Found.Total} 个数字，本页第 {First}–{Last} 个。", ("total", Found.Total), ("first", First), ("last", Last))}</p>
        <a class="quiet-button download" href="api/figures{Request.Query(("format", "csv"), ("offset", null), ("limit", null))}" download data-t="ledgerCsv">下载 CSV</a>
        </div>
        {LedgerTable.Render(Found.Figures, Links)}
        {Pager()}
        """);

    private Html Nothing() => Found.Total > 0
        ? Html.Of($"<div class=\"nothing\"><p data-t=\"ledgerPastEnd\">这一页已在末尾之后。</p><p><a href=\"figures{Request.Query(("offset", null))}\" data-t=\"ledgerFirst\">回到第一页</a></p></div>")
        : Html.Of(
            $"""
            <div class="nothing">
            <h2 data-t="ledgerNothing">没有符合条件的数字</h2>
            {(Request.IsFiltered ? Html.Of($"<p data-t=\"ledgerWiden\">可以去掉其中一个条件：</p>\n<ul>{Html.Join(Wider.Select(Line))}</ul>") : Html.Of($"<p data-t=\"ledgerEmpty\">收录的报告中还没有读出数字。</p>"))}
            </div>
            """);

    private Html Line(WiderSearch wider) => Html.Of(
        $"""
        <li><a href="figures{Request.Query((wider.Filter, null), ("offset", null))}"><span data-t="ledgerWithout">去掉</span> {LedgerForm.NameOf(wider.Filter)}：{Request.Given[wider.Filter]}</a> {Words("ledgerCount", $"（{wider.Total} 个）", ("total", wider.Total))}</li>

        """);

    private Html Pager()
    {
        if (Request.Offset == 0 && Last >= Found.Total)
            return Html.Empty;
        int lastPage = (Found.Total - 1) / Request.Limit * Request.Limit;
        return Html.Of(
            $"""
            <nav class="pager" aria-label="翻页" data-t-label="ledgerPager">
            {Turn("ledgerFirst", "第一页", Request.Offset > 0 ? 0 : null)}
            {Turn("ledgerBack", "上一页", Request.Offset > 0 ? Math.Max(0, Request.Offset - Request.Limit) : null)}
            {Turn("ledgerNext", "下一页", Last < Found.Total ? Last : null)}
            {Turn("ledgerLast", "末页", Last < Found.Total ? lastPage : null)}
            </nav>
            """);
    }

    private Html Turn(string key, string words, int? offset) => offset is null
        ? Html.Of($"<span class=\"quiet-button is-off\" data-t=\"{key}\">{words}</span>")
        : Html.Of($"<a class=\"quiet-button\" href=\"figures{Request.Query(("offset", offset == 0 ? null : offset.Value.ToString(CultureInfo.InvariantCulture)))}\" data-t=\"{key}\">{words}</a>");

    private Html Corrections() => AreCorrectionsOpen
        ? Html.Of(
            $"""
            <section id="corrections" class="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title" data-t="corrections">更正</h2>
            <p data-t="correctionsAbout">读错了的数字可以更正它的含义，更正会注明，也可以撤回；重新读取报告后仍然有效。需要管理密钥（设置 Admin:Key）。</p>
            <noscript><p>更正需要启用 JavaScript。</p></noscript>
            <div id="correction-list"></div>
            </section>
            """)
        : Html.Of(
            $"""
            <section class="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title" data-t="corrections">更正</h2>
            <p data-t="correctionsOff">更正没有开放。要开放，请管理员在设置中给出 Admin:Key（至少 16 个英文字母、数字或符号），然后重新启动。</p>
            </section>
            """);

    private static Html Words(string key, string words, params ReadOnlySpan<(string Name, int Value)> arguments)
    {
        var given = new List<string>();
        foreach (var (name, value) in arguments)
            given.Add(string.Create(CultureInfo.InvariantCulture, $"\"{name}\":{value}"));
        return Html.Of($"<span data-t=\"{key}\" data-t-args=\"{{{string.Join(',', given)}}}\">{words}</span>");
    }
}

/// <param name="Filter">The parameter left out.</param>
/// <param name="Total">How many figures are found without it.</param>
internal sealed record WiderSearch(string Filter, int Total);
