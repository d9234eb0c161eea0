namespace Bot.Channels;

/// <summary>The numbered sources of a list of measures, each with its sentence.</summary>
internal static class MatchSources
{
    /// <summary>What the marker n of a print leads to.</summary>
    public static string IdOf(int number) => $"source-{number}";

    public static Html Render(MatchBody match, MatchPageWords words) => Html.Of(
        $"<ol class=\"match-sources\">\n{Html.Join(match.Citations.Select(citation => Line(citation, words)))}</ol>");

    private static Html Line(CitationBody citation, MatchPageWords words) => Html.Of(
        $"""
        <li id="{IdOf(citation.Number)}"><a href="{ListParts.Address(citation.Report, citation.Paragraph, citation.Quote)}">《{citation.Title}》{Section(citation)}{words.Say($"第 {citation.Paragraph} 段", $", paragraph {citation.Paragraph}")}</a>
        <q lang="zh-CN">{citation.Quote}</q></li>

        """);

    private static string Section(CitationBody citation) => citation.Section.Length > 0 ? $"{citation.Section} " : "";
}
