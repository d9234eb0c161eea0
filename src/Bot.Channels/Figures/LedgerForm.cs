using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>The filters of the ledger's page, a form that works without script.</summary>
/// <param name="Regions">Suggested.</param>
/// <param name="Indicators">Suggested.</param>
/// <param name="Reports">Id and title of those to choose from.</param>
internal sealed record LedgerForm(
    ImmutableArray<string> Regions, ImmutableArray<string> Indicators, ImmutableArray<(string Id, string Title)> Reports)
{
    private static readonly ImmutableArray<(string Name, string Words)> Names =
    [
        ("region", "地区"), ("indicator", "指标"), ("period", "时间"), ("status", "性质"), ("aspect", "口径"),
        ("report", "报告"), ("text", "指标或用语含有"), ("doubtful", "存疑"), ("corrected", "更正"),
    ];

    /// <summary>What people call a parameter.</summary>
    public static string NameOf(string parameter) => Names.First(name => name.Name == parameter).Words;

    public Html Render(LedgerRequest request, ImmutableArray<Problem> problems)
    {
        var shown = new FilterFields(request.Given, problems, NameOf);
        return Html.Of(
            $"""
            <form class="filters" method="get" action="figures" role="search" aria-label="筛选数字" data-t-label="ledgerFilters">
            {shown.Text("region", "ledgerRegion", "例如 绍兴市", Regions)}
            {shown.Text("indicator", "ledgerIndicator", "例如 高新技术企业", Indicators)}
            {shown.Text("period", "ledgerPeriod", "2019 或 2017-2019", [])}
            {shown.Text("text", "ledgerText", "", [])}
            {shown.Choice("status", "ledgerStatus", [.. FigureNames.Statuses.Select(name => (name.Wire, name.Chinese, "status." + name.Wire))])}
            {shown.Choice("aspect", "ledgerAspect", [.. FigureNames.Aspects.Select(name => (name.Wire, name.Chinese, "aspect." + name.Wire))])}
            {shown.Choice("doubtful", "ledgerDoubtful", [("true", "只看存疑的", "ledgerOnlyDoubtful"), ("false", "不看存疑的", "ledgerNoDoubtful")])}
            {shown.Choice("corrected", "ledgerCorrected", [("true", "只看已更正的", "ledgerOnlyCorrected"), ("false", "不看已更正的", "ledgerNoCorrected")])}
            {shown.Choice("report", "ledgerReport", [.. Reports.Select(report => (report.Id, report.Title, ""))])}
            {shown.Rest("offset")}{shown.Rest("limit")}
            <div class="filter-buttons"><button class="primary-button" data-t="ledgerFind">查找</button>
            <a class="quiet-button" href="figures" data-t="ledgerAll">清除条件</a></div>
            </form>
            """);
    }
}
