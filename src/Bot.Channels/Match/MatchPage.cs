using System.Collections.Immutable;
using Bot.Answers.Matching;

namespace Bot.Channels;

/// <summary>The page that matches measures to an enterprise: the form, what was understood of it, and the list.</summary>
/// <param name="Struck">Facts of the own words that are not to count.</param>
internal sealed record MatchPage(MatchForm Form, MatchBody Match, ImmutableArray<ProfilePart> Struck, MatchPageWords Words)
{
    private const int MostNamed = 8;

    public Html Render() => Html.Of(
        $"""
        <main id="content" class="match" lang="{Words.Language}">
        <header class="ledger-head">
        <h1>{Words.Say("匹配措施", "Match measures")}</h1>
        <p class="lead">{Words.Say("说说企业的情况，逐条看哪些支持措施适用、还差什么条件、能得多少。每句话都附原文；没说的不会当作满足。", "Tell about the enterprise and see, condition by condition, which support may apply and what it would bring. Every statement has its source; what wasn't told never counts as met.")}</p>
        </header>
        <div class="match-columns">
        {Form.Render()}
        <section id="match-result" class="match-result" aria-labelledby="match-count">
        <h2 id="match-count" tabindex="-1">{Words.Count(Match)}</h2>
        {(Match.Uncovered is { } uncovered ? Html.Of($"<p class=\"match-uncovered\">{uncovered.Words}</p>\n") : Html.Empty)}{Understood()}{Exports()}{Next()}
        {(Match.NeedsPlace ? PlaceWanted() : Match.Measures.Count + Match.NearMisses.Count == 0 ? Nothing() : List())}
        <p class="match-notice">{Match.Notice}</p>
        </section>
        </div>
        <p id="match-said" class="unseen" role="status"></p>
        </main>
        """);

    // Inside the section the script exchanges, so that keys of struck facts come and go with it.
    private Html Understood() => Match.Profile.Count + Struck.Length == 0 ? Html.Empty : Html.Of(
        $"""
        <h3>{Words.Say("听懂了这些", "What was understood")}</h3>
        <ul class="told-facts">{Html.Join(Match.Profile.Select(Fact))}{Html.Join(Struck.Select(StruckFact))}</ul>
        """);

    private Html Fact(FactBody fact) => Html.Of(
        $"<li>{fact.Words} <button form=\"{MatchForm.Id}\" name=\"strike\" value=\"{fact.Key}\" aria-label=\"{Words.Say($"去掉：{fact.Words}", $"remove: {fact.Words}")}\">×</button></li>\n");

    private Html StruckFact(ProfilePart fact) => Html.Of(
        $"<li class=\"is-struck\"><s>{fact.Words.In(Words.IsEnglish)}</s><input type=\"hidden\" form=\"{MatchForm.Id}\" name=\"without\" value=\"{fact.Words.Chinese}\"> <button form=\"{MatchForm.Id}\" name=\"restore\" value=\"{fact.Words.Chinese}\" aria-label=\"{Words.Say("恢复：", "restore: ")}{fact.Words.In(Words.IsEnglish)}\">{Words.Say("恢复", "restore")}</button></li>\n");

    private Html Exports() => Match.Measures.Count + Match.NearMisses.Count == 0 ? Html.Empty : Html.Of(
        $"""
        <p class="match-exports"><button form="{MatchForm.Id}" name="as" value="print" formtarget="_blank" class="quiet-button">{Words.Say("打印清单", "List for printing")}</button>
        <button form="{MatchForm.Id}" name="as" value="csv" class="quiet-button">{Words.Say("下载 CSV", "Download CSV")}</button></p>
        """);

    private Html Next() => Match.NeedsPlace || Match.Next.Count == 0 ? Html.Empty : Html.Of(
        $"""
        <h3>{Words.Say("再告诉我这些，清单会更准", "Tell me this to narrow the list")}</h3>
        <ul class="match-next">{Html.Join(Match.Next.Take(MatchPageWords.MostAsked).Select(next => Html.Of($"<li>{next.Ask}</li>")))}</ul>
        """);

    private Html PlaceWanted() => Form.Choices.Places.IsEmpty
        ? Html.Of($"<p>{Words.Say("收录的文件中还没有读出措施规定。", "No rules were read from the documents yet.")}</p>")
        : Html.Of($"<p>{Words.Say("能享受哪些措施取决于注册地。资料中载有措施规定的地区：", "Support depends on where it is registered. The documents set measures for: ")}{string.Join(Words.Say("、", ", "), Form.Choices.Places.Take(MostNamed).Select(Words.Name))}{(Form.Choices.Places.Length > MostNamed ? Words.Say("等", " and others") : "")}{Words.Say("。", ".")}</p>");

    private Html Nothing() => Match.Uncovered is not null ? Html.Empty : Html.Of(
        $"<p>{Words.Say("收录的文件里，这个地区没有与所填情况相符的措施；可以换个说法，或查阅", "The documents hold no measure of this place that goes with what was told; tell it differently, or browse the ")}<a href=\"measures\">{Words.Say("政策措施库", "register of measures")}</a>{Words.Say("。", ".")}</p>");

    private Html List() => Html.Of(
        $"""
        {new MatchCards(Match, Words, citation => ListParts.Address(citation.Report, citation.Paragraph, citation.Quote)).Groups()}
        <details class="match-all-sources"><summary>{Words.Say($"出处（{Match.Citations.Count}）", $"Sources ({Match.Citations.Count})")}</summary>{MatchSources.Render(Match, Words)}</details>
        """);
}
