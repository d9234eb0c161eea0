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
        var shown = new Shown(request, problems);
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

    /// <summary>Fields with what was given in them, and what is wrong with that beside them.</summary>
    private sealed record Shown(LedgerRequest Request, ImmutableArray<Problem> Problems)
    {
        public Html Text(string name, string key, string example, ImmutableArray<string> suggested)
        {
            var list = suggested.IsEmpty ? Html.Empty : Html.Of($" list=\"{name}-list\"");
            var options = suggested.IsEmpty
                ? Html.Empty
                : Html.Of($"<datalist id=\"{name}-list\">{Html.Join(suggested.Select(value => Html.Of($"<option value=\"{value}\"></option>")))}</datalist>");
            return Field(name, key, Html.Of(
                $"<input id=\"{name}\" name=\"{name}\" value=\"{Given(name)}\" placeholder=\"{example}\" maxlength=\"{LedgerRequest.MaximumLength}\" autocomplete=\"off\"{list}{Invalid(name)}>{options}"));
        }

        public Html Choice(string name, string key, ImmutableArray<(string Value, string Words, string Key)> choices)
        {
            // What is chosen but not offered is kept, so that searching again doesn't lose it.
            string given = Given(name);
            var unlisted = given.Length > 0 && choices.All(choice => choice.Value != given)
                ? Html.Of($"<option selected>{given}</option>")
                : Html.Empty;
            var options = Html.Join(choices.Select(choice => Html.Of(
                $"<option value=\"{choice.Value}\"{(choice.Value == given ? Html.Of($" selected") : Html.Empty)}{(choice.Key.Length > 0 ? Html.Of($" data-t=\"{choice.Key}\"") : Html.Empty)}>{choice.Words}</option>")));
            return Field(name, key, Html.Of(
                $"<select id=\"{name}\" name=\"{name}\"{Invalid(name)}><option value=\"\" data-t=\"ledgerAny\">不限</option>{unlisted}{options}</select>"));
        }

        /// <summary>A parameter without a field of its own: only shown when it is wrong. A page size that was asked for is kept.</summary>
        public Html Rest(string name)
        {
            if (ProblemOf(name) is { } problem)
                return Html.Of($"<p class=\"field-problem\">{problem.Detail}</p>");
            return name == "limit" && Given(name) is { Length: > 0 } given
                ? Html.Of($"<input type=\"hidden\" name=\"{name}\" value=\"{given}\">")
                : Html.Empty;
        }

        private Html Field(string name, string key, Html control)
        {
            var problem = ProblemOf(name) is { } wrong
                ? Html.Of($"<span id=\"{name}-problem\" class=\"field-problem\">{wrong.Detail}</span>")
                : Html.Empty;
            return Html.Of($"<div class=\"field field-{name}\"><label for=\"{name}\" data-t=\"{key}\">{NameOf(name)}</label>{control}{problem}</div>");
        }

        private Html Invalid(string name) => ProblemOf(name) is null
            ? Html.Empty
            : Html.Of($" aria-invalid=\"true\" aria-describedby=\"{name}-problem\"");

        private Problem? ProblemOf(string name) => Problems.FirstOrDefault(problem => problem.Field == name);

        private string Given(string name) => Request.Given.GetValueOrDefault(name, "");
    }
}
