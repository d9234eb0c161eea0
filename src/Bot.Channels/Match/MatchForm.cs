using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Matching;

namespace Bot.Channels;

/// <summary>The form of at most six questions, each of which may be skipped. It works without script, and keeps what was typed.</summary>
/// <param name="Problems">What could not be read, told beside its field.</param>
internal sealed record MatchForm(MatchTold Told, MatchChoices Choices, ImmutableArray<Problem> Problems, DateOnly Today, MatchPageWords Words)
{
    /// <summary>What buttons outside the form name it by.</summary>
    public const string Id = "match-form";

    // The rest unfolds: else the button would be far below.
    private const int MostInSight = 6;

    // The R&D spending that rules compare: of the last whole year and the one before.
    private int LastYear => Today.Year - 1;

    public Html Render() => Html.Of(
        $"""
        <form id="{Id}" class="match-form" method="post" action="match" autocomplete="off" aria-label="{Words.Say("企业情况", "About the enterprise")}">
        <input type="hidden" name="language" value="{Words.Say("zh", "en")}">
        <div class="field"><label for="told">{Words.Say("用自己的话说", "In your own words")}</label>
        <textarea id="told" name="told" rows="3" maxlength="{MatchTold.MaximumWords}" placeholder="{Words.Say("例如：我们是绍兴一家小微企业，高企，去年研发260万", "for example 我们是绍兴一家小微企业，高企，去年研发260万")}"{Invalid("told")}>{Told.Told}</textarea>{Problem("told")}</div>
        <p class="aside">{Words.Say("或者回答下面的问题，不清楚的都可以不填。", "Or answer these questions; leave out what you don't know.")}</p>
        <ol class="match-questions">
        {Question(Words.Say("企业注册在哪里？", "Where is it registered?"), Place())}
        {Question(Words.Say("想要哪方面的支持？", "What support is wanted?"), Html.Of($"{Checks("needs", Told.Needs, [.. Choices.Needs.Select(need => (need.Chinese, Words.Say(need.Chinese, need.English)))])}{Problem("needs")}"))}
        {Question(Words.Say("企业有多大？", "How large is it?"), Size())}
        {Question(Words.Say("什么时候成立的？", "When was it founded?"), Text("founded", "founded", Words.Say("成立时间", "Founded"), Told.Founded, "2023、2023-05", Html.Empty))}
        {(Choices.Recognitions.IsEmpty && Told.Recognitions.IsEmpty ? Html.Empty : Question(Words.Say("有哪些资质和平台？", "Which recognitions and platforms does it hold?"), Html.Of($"{Checks("recognitions", Told.Recognitions, [.. Choices.Recognitions.Select(name => (name, MatchWording.Standing(name).In(Words.IsEnglish)))])}{Problem("recognitions")}")))}
        {Question(Words.Say("有哪些数？", "Some numbers"), Numbers())}
        </ol>
        <div class="match-buttons"><button class="primary-button">{Words.Say("匹配", "Match")}</button> <a class="quiet-button" href="match{Words.Say("", "?language=en")}">{Words.Say("清空", "Clear")}</a></div>
        <div id="match-memory" class="match-memory" hidden>
        <label class="check"><input type="checkbox" id="remember"> {Words.Say("在这台设备上记住", "Remember on this device")}</label>
        <button type="button" id="forget" class="quiet-button" hidden>{Words.Say("从这台设备删除", "Delete from this device")}</button>
        <p id="memory-said" class="aside" role="status" data-kept="{Words.Say("所填内容只存在这台设备的浏览器里。", "What you filled in is kept in this device's browser only.")}" data-used="{Words.Say("已填入这台设备上记住的内容。", "Filled in from what this device remembers.")}" data-forgotten="{Words.Say("已从这台设备删除。", "Deleted from this device.")}"></p>
        </div>
        <p class="aside">{Words.Say("所填内容只用于这次匹配：不写入网址，不保存在服务器上，不记入日志。", "What you fill in serves this match alone: it goes into no address, is not kept on the server and not logged.")}</p>
        </form>
        """);

    private static Html Question(string words, Html content) => Html.Of($"<li><fieldset><legend>{words}</legend>{content}</fieldset></li>\n");

    private Html Place()
    {
        var options = Choices.Places.Select(place => Html.Of($"<option value=\"{place.Name}\">{(Words.IsEnglish ? place.English : "")}</option>"));
        var list = Html.Of($"<datalist id=\"place-list\">{Html.Join(options)}</datalist>");
        string example = Choices.Places is [var first, ..] ? Words.Say($"例如 {first.Name}", $"for example {first.Name}") : "";
        return Text("place", "place", Words.Say("市、县（区）", "City, county or district"), Told.Place, example, list);
    }

    private Html Size()
    {
        var options = MatchChoices.Sizes.Select(size => Html.Of(
            $"<option value=\"{size.Value}\"{(Told.Sizes.Contains(size.Value) ? Html.Of($" selected") : Html.Empty)}>{size.Label.In(Words.IsEnglish)}</option>"));
        ImmutableArray<string> rest = [.. Told.Sizes.Except(MatchChoices.Sizes.Select(size => size.Value))];
        return Html.Of(
            $"""
            <div class="field"><label for="size">{Words.Say("按国家划型标准", "By the national standard")}</label>
            <select id="size" name="sizes"{Invalid("sizes")}><option value="">{Words.Say("不填", "not told")}</option>{Html.Join(options)}</select></div>
            {Checks("sizes", rest, [.. MatchChoices.Stages.Select(stage => (stage.Value, stage.Label.In(Words.IsEnglish)))])}{Problem("sizes")}
            """);
    }

    private Html Numbers()
    {
        string unit = Words.Say("万元", "万元, 10,000 yuan");
        return Html.Of(
            $"""
            <div class="match-numbers">
            {Html.Join(Years(Told.RdSpending.Keys, LastYear, LastYear - 1).Select(year => Text($"rdSpending.{year}", $"rd-{year}", Words.Say($"{year}年研发费用（{unit}）", $"R&D spending in {year} ({unit})"), Told.RdSpending.GetValueOrDefault(year, ""), "260", Html.Empty)))}
            {Html.Join(Years(Told.Revenue.Keys, LastYear).Select(year => Text($"revenue.{year}", $"revenue-{year}", Words.Say($"{year}年营业收入（{unit}）", $"Revenue in {year} ({unit})"), Told.Revenue.GetValueOrDefault(year, ""), "2000", Html.Empty)))}
            {Text("staff", "staff", Words.Say("职工人数", "Staff"), Told.Staff, "35", Html.Empty)}
            </div>
            """);
    }

    // Years that were told on an earlier day keep their fields.
    private static IEnumerable<string> Years(IEnumerable<string> told, params int[] usual) =>
        usual.Select(year => year.ToString(CultureInfo.InvariantCulture)).Union(told);

    private Html Text(string name, string id, string label, string value, string example, Html list) => Html.Of(
        $"""
        <div class="field"><label for="{id}">{label}</label>
        <input id="{id}" name="{name}" value="{value}" placeholder="{example}" maxlength="{MatchTold.MaximumLength}"{(list.Markup.Length > 0 ? Html.Of($" list=\"{id}-list\"") : Html.Empty)}{Invalid(name)}>{list}{Problem(name)}</div>

        """);

    // What was told but isn't offered keeps its box, so that matching again doesn't lose it. Those told stand in sight.
    private Html Checks(string name, ImmutableArray<string> told, ImmutableArray<(string Value, string Label)> offered)
    {
        var all = offered.Concat(told.Except(offered.Select(each => each.Value)).Select(value => (Value: value, Label: value))).ToArray();
        var inSight = all.Where((each, index) => index < MostInSight || told.Contains(each.Value)).ToArray();
        var rest = all.Except(inSight).ToArray();
        Html Boxes(IEnumerable<(string Value, string Label)> boxes) => Html.Of(
            $"<div class=\"checks\">{Html.Join(boxes.Select(each => Check(name, each.Value, each.Label, told.Contains(each.Value))))}</div>");
        return rest.Length == 0 ? Boxes(inSight) : Html.Of(
            $"{Boxes(inSight)}<details class=\"more-checks\"><summary>{Words.Say($"更多（{rest.Length}）", $"More ({rest.Length})")}</summary>{Boxes(rest)}</details>");
    }

    private static Html Check(string name, string value, string label, bool isTold) => Html.Of(
        $"<label class=\"check\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"{(isTold ? Html.Of($" checked") : Html.Empty)}> <span>{label}</span></label>");

    /// <summary>Always there, so that the script finds where to say it.</summary>
    private Html Problem(string name) => Html.Of(
        $"<p id=\"{ProblemId(name)}\" class=\"field-problem\" data-field=\"{name}\">{ProblemOf(name)?.Detail}</p>");

    private Html Invalid(string name) => ProblemOf(name) is null
        ? Html.Empty
        : Html.Of($" aria-invalid=\"true\" aria-describedby=\"{ProblemId(name)}\"");

    private Problem? ProblemOf(string name) => Problems.FirstOrDefault(problem => problem.Field == name);

    private static string ProblemId(string name) => $"{name.Replace('.', '-')}-problem";
}
