using System.Collections.Immutable;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>The register of measures for browsing: filters, what they find, and corrections. English words come from the page's script.</summary>
/// <param name="Found">The page of measures asked for; nothing of it is shown where there are problems.</param>
/// <param name="Problems">Parameters that can't be understood.</param>
/// <param name="Wider">Where nothing is found: what would be, without one of the filters.</param>
internal sealed record RegisterPage(
    RegisterRequest Request,
    RegisterForm Form,
    MeasurePage Found,
    ImmutableArray<Problem> Problems,
    ImmutableArray<WiderSearch> Wider,
    ReportLinks Links,
    bool AreCorrectionsOpen)
{
    private const string About =
        "读错或未读懂的条件和金额可以更正，不是措施的可以隐藏；更正会注明，可以撤回，重新读取文件后仍然有效，原文变了的会标明已失效。需要管理密钥（设置 Admin:Key）。";

    private int First => Request.Offset + 1;

    private int Last => Request.Offset + Found.Measures.Length;

    public Html Render() => Html.Of(
        $"""
        <main id="content" class="ledger" data-corrections="{(AreCorrectionsOpen ? "on" : "off")}">
        <header class="ledger-head">
        <h1 data-t="register">政策措施库</h1>
        <p class="lead" data-t="registerLead">从收录的文件和报告中读出的支持措施：给谁、给什么、要什么条件，每一条都附原文。未读懂的条件已标出，待人工核对；是否有效以现行正式文件为准。</p>
        </header>
        {Form.Render(Request, Problems)}
        <p id="said" class="said" role="status"></p>
        {(Problems.IsEmpty ? Results() : Html.Empty)}
        {ListParts.Corrections(AreCorrectionsOpen, "registerCorrectionsAbout", About)}
        </main>
        """);

    private Html Results() => Found.Measures.IsEmpty ? Nothing() : Html.Of(
        $"""
        <div class="found">
        <p class="total">{ListParts.Words("registerTotal", $"共 {Found.Total} 项措施，本页第 {First}–{Last} 项。", ("total", Found.Total), ("first", First), ("last", Last))}</p>
        <a class="quiet-button download" href="api/measures{Request.Query(("format", "csv"), ("offset", null), ("limit", null))}" download data-t="ledgerCsv">下载 CSV</a>
        </div>
        <div class="measures">{Html.Join(Found.Measures.Select(found => MeasureCard.Render(found, Links)))}</div>
        {ListParts.Pager(Request.Offset, Request.Limit, Last, Found.Total, offset => "measures" + Request.Query(("offset", offset)))}
        """);

    private Html Nothing() => Found.Total > 0
        ? ListParts.PastEnd($"measures{Request.Query(("offset", null))}")
        : Html.Of(
            $"""
            <div class="nothing">
            <h2 data-t="registerNothing">没有符合条件的措施</h2>
            {(Request.IsFiltered ? ListParts.Widen("measures", Wider) : Html.Of($"<p data-t=\"registerEmpty\">收录的文件中还没有读出措施。</p>"))}
            </div>
            """);
}
