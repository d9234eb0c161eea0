using System.Collections.Immutable;
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
    private const string About =
        "读错了的数字可以更正它的含义，更正会注明，也可以撤回；重新读取报告后仍然有效。需要管理密钥（设置 Admin:Key）。";

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
        {ListParts.Corrections(AreCorrectionsOpen, "correctionsAbout", About)}
        </main>
        """);

    private Html Results() => Found.Figures.IsEmpty ? Nothing() : Html.Of(
        $"""
        <div class="found">
        <p class="total">{ListParts.Words("ledgerTotal", $"共 {Found.Total} 个数字，本页第 {First}–{Last} 个。", ("total", Found.Total), ("first", First), ("last", Last))}</p>
        <a class="quiet-button download" href="api/figures{Request.Query(("format", "csv"), ("offset", null), ("limit", null))}" download data-t="ledgerCsv">下载 CSV</a>
        </div>
        {LedgerTable.Render(Found.Figures, Links)}
        {ListParts.Pager(Request.Offset, Request.Limit, Last, Found.Total, offset => "figures" + Request.Query(("offset", offset)))}
        """);

    private Html Nothing() => Found.Total > 0
        ? ListParts.PastEnd($"figures{Request.Query(("offset", null))}")
        : Html.Of(
            $"""
            <div class="nothing">
            <h2 data-t="ledgerNothing">没有符合条件的数字</h2>
            {(Request.IsFiltered ? ListParts.Widen("figures", Wider) : Html.Of($"<p data-t=\"ledgerEmpty\">收录的报告中还没有读出数字。</p>"))}
            </div>
            """);
}
