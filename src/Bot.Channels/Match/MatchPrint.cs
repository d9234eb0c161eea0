namespace Bot.Channels;

/// <summary>The list for paper: what was told, the measures, and every source with its sentence under its number.</summary>
internal sealed record MatchPrint(MatchBody Match, MatchPageWords Words)
{
    public Html Render() => Html.Of(
        $"""
        <main id="content" class="match match-print" lang="{Words.Language}">
        <header class="ledger-head">
        <h1>{Words.Say("措施匹配清单", "Measures that may apply")}</h1>
        <p class="lead">{Words.Say($"按 {MeasureText.Day(Match.Date)} 的文件状态", $"As of {MeasureText.Day(Match.Date)}")} · {Words.Count(Match)}</p>
        </header>
        <p class="only-screen"><button type="button" id="print" class="primary-button" hidden>{Words.Say("打印", "Print")}</button></p>
        <h2>{Words.Say("所说的情况", "What was told")}</h2>
        {(Match.Profile.Count == 0 ? Html.Of($"<p>{Words.Say("没有填写。", "Nothing.")}</p>") : Html.Of($"<ul class=\"told-facts\">{Html.Join(Match.Profile.Select(fact => Html.Of($"<li>{fact.Words}</li>")))}</ul>"))}
        {new MatchCards(Match, Words, citation => $"#{MatchSources.IdOf(citation.Number)}").Groups()}
        <h2>{Words.Say("出处", "Sources")}</h2>
        {MatchSources.Render(Match, Words)}
        <p class="match-notice">{Match.Notice}</p>
        </main>
        """);
}
