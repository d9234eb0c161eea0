using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>The filters of the register's page, a form that works without script.</summary>
/// <param name="Regions">Suggested.</param>
/// <param name="Reports">Id and title of those to choose from.</param>
internal sealed record RegisterForm(ImmutableArray<string> Regions, ImmutableArray<(string Id, string Title)> Reports)
{
    private static readonly ImmutableArray<(string Name, string Words)> Names =
    [
        ("region", "发布地区"), ("place", "企业所在地"), ("instrument", "支持方式"), ("state", "状态"), ("date", "状态截至日期"),
        ("report", "文件"), ("text", "名称或原文含有"), ("gaps", "未读懂的条件"), ("corrected", "更正"), ("hidden", "隐藏"),
    ];

    /// <summary>What people call a parameter.</summary>
    public static string NameOf(string parameter) => Names.First(name => name.Name == parameter).Words;

    public Html Render(RegisterRequest request, ImmutableArray<Problem> problems)
    {
        var fields = new FilterFields(request.Given, problems, NameOf);
        return Html.Of(
            $"""
            <form class="filters" method="get" action="measures" role="search" aria-label="筛选措施" data-t-label="registerFilters">
            {fields.Text("place", "registerPlace", "含上级地区的措施", Regions)}
            {fields.Text("region", "registerRegion", "例如 浙江省", Regions)}
            {fields.Choice("instrument", "registerInstrument", Choices(MeasureNames.Instruments, "instrument"))}
            {fields.Choice("state", "registerState", Choices(MeasureNames.States, "state"))}
            {fields.Text("date", "registerDate", "今天，或 2025-03-31", [])}
            {fields.Text("text", "registerText", "例如 创新券", [])}
            {fields.Choice("gaps", "registerGaps", [("true", "只看有未读懂条件的", "registerOnlyGaps"), ("false", "只看已全部读懂的", "registerNoGaps")])}
            {fields.Choice("corrected", "ledgerCorrected", [("true", "只看已更正的", "ledgerOnlyCorrected"), ("false", "不看已更正的", "ledgerNoCorrected")])}
            {fields.Choice("hidden", "registerHidden", [("true", "只看已隐藏的", "registerOnlyHidden")])}
            {fields.Choice("report", "registerReport", [.. Reports.Select(report => (report.Id, report.Title, ""))])}
            {fields.Rest("offset")}{fields.Rest("limit")}
            <div class="filter-buttons"><button class="primary-button" data-t="ledgerFind">查找</button>
            <a class="quiet-button" href="measures" data-t="ledgerAll">清除条件</a></div>
            </form>
            """);
    }

    /// <param name="set">What the names' keys in the language file begin with.</param>
    public static ImmutableArray<(string Value, string Words, string Key)> Choices<T>(ImmutableArray<FigureNames.Name<T>> names, string set)
        where T : struct, Enum =>
        [.. names.Select(name => (name.Wire, name.Chinese, $"{set}.{name.Wire}"))];
}
