namespace Bot.Channels;

/// <summary>Matched measures as cards: what each gives, how its conditions stand, its state and time, everything with the number of its source.</summary>
/// <param name="AddressOf">Where the marker of a citation leads.</param>
internal sealed record MatchCards(MatchBody Match, MatchPageWords Words, Func<CitationBody, string> AddressOf)
{
    /// <summary>The measures that fit or may fit, in the groups in which people look for them, then those that nearly fit.</summary>
    public Html Groups()
    {
        bool IsTold(MatchedBody measure) => measure.State is "planned" or "onlyMentioned";
        var numbered = Match.Measures.Select((measure, index) => (Measure: measure, Number: (int?)(index + 1))).ToArray();
        string others = Match.Measures.Any(measure => measure.Serves)
            ? Words.Say("本地的其他措施", "Other measures of the place")
            : Words.Say("本地的措施（没有写明针对所想要的）", "Measures of the place (none is written for what is wanted)");
        return Html.Join([
            Group(Words.Say("可能适用的措施", "Measures that may apply"), numbered.Where(each => each.Measure.Serves && !IsTold(each.Measure))),
            Group(others, numbered.Where(each => !each.Measure.Serves && !IsTold(each.Measure))),
            Group(Words.Say("报告中计划的或提到的，以正式文件为准", "Planned, or told of in reports; the document in force governs"), numbered.Where(each => IsTold(each.Measure))),
            Group(Words.Say("差一个条件", "One condition short"), Match.NearMisses.Select(measure => (measure, (int?)null))),
            Highest(),
            General(),
        ]);
    }

    private Html Group(string title, IEnumerable<(MatchedBody Measure, int? Number)> measures)
    {
        Html[] cards = [.. measures.Select(each => Card(each.Measure, each.Number))];
        return cards.Length == 0 ? Html.Empty : Html.Of($"<section class=\"match-group\"><h3>{title}</h3>{Html.Join(cards)}</section>\n");
    }

    private Html Card(MatchedBody measure, int? number) => Html.Of(
        $"""
        <article class="matched is-{measure.Fit}">
        <h4>{(number is { } known ? Html.Of($"<span class=\"matched-number\">{known}</span> ") : Html.Empty)}<span lang="zh-CN">{measure.Name}</span>{Cite(measure.Citation)}</h4>
        <p class="tags"><span class="tag fit-{measure.Fit}">{Words.Fit(measure)}</span> <span class="tag state-{measure.State}">{Words.State(measure.State)}</span></p>
        <p class="aside" lang="zh-CN">{string.Join(" · ", new[] { measure.Region, $"《{measure.Title}》", Words.Time(measure) }.Where(part => !string.IsNullOrEmpty(part)))}</p>
        <dl>
        {Part(Words.Say("给什么", "Gives"), Gives(measure))}
        {(measure.Gain is { Reckoned: true } gain ? Part(Words.Say("测算", "Reckoned"), Reckoned(gain)) : Html.Empty)}{(measure.MissingForGain is { } missing ? Part(Words.Say("测算", "Reckoned"), Html.Of($"<p class=\"aside\">{Words.Say($"告诉我{missing}，就能算出来", $"tell me {missing} and it can be worked out")}</p>")) : Html.Empty)}
        {Part(Words.Say("条件", "Conditions"), Conditions(measure))}
        {(measure.Application is { } application ? Part(Words.Say("申报", "Application"), Html.Join([measure.RoundClosed ? Html.Of($"<p><strong>{Words.Say("本轮申报已截止，下一轮以主管部门通知为准", "this round is closed; the office will announce the next")}</strong></p>") : Html.Empty, Quote(application)])) : Html.Empty)}
        {(measure.Validity is { } validity ? Part(Words.Say("有效期", "Validity"), Quote(validity)) : Html.Empty)}{(measure.Ends is { } end ? Part(Words.Say("将废止", "To end"), Html.Of($"<p lang=\"zh-CN\">《{end.Title}》{(end.From is { } from ? MeasureText.Day(from) : "")}</p>")) : Html.Empty)}
        </dl>
        </article>

        """);

    private static Html Part(string name, Html content) => Html.Of($"<div class=\"part\"><dt>{name}</dt><dd>{content}</dd></div>");

    private Html Gives(MatchedBody measure) => measure.Gives.Count > 0
        ? Html.Join(measure.Gives.Select(Quote))
        : Html.Of($"<p class=\"aside\">{Words.Say("金额：原文未写明", "amount: not written in the source")}</p>");

    private Html Quote(CitedBody cited) => Html.Of($"<p class=\"sentence\"><q lang=\"zh-CN\">{cited.Words}</q>{Cite(cited.Citation)}</p>");

    private Html Reckoned(GainBody gain)
    {
        var steps = gain.Steps.Select(step => Html.Of(
            $"<li>{step.Words}{Html.Join(step.Operands.Select(operand => operand.Citation).OfType<int>().Distinct().Select(Cite))}</li>"));
        return Html.Of($"<ol class=\"steps\">{Html.Join(steps)}</ol><p><strong>{Words.Gain(gain)}</strong></p>");
    }

    private Html Conditions(MatchedBody measure)
    {
        // What a document asks of all its measures is said once, below; here only where it stands against this one.
        JudgedBody[] shown = [.. measure.Conditions.Where(condition => !condition.General || condition.Verdict == "notMet")];
        var below = measure.BelowScale
            ? Html.Of($"<li>{Verdict("notMet")} {Words.Say("低于最低一档，或没有增量", "what was told lies below the lowest step, or there is no increase")}</li>")
            : Html.Empty;
        return shown.Length > 0 || measure.BelowScale
            ? Html.Of($"<ul class=\"judged\">{below}{Html.Join(shown.Select(Judged))}</ul>")
            : Html.Of($"<p class=\"aside\">{Words.Say("自身条件：原文未写明", "conditions of its own: not written in the source")}</p>");
    }

    private Html Judged(JudgedBody condition)
    {
        string why = (condition.Told, condition.Missing, condition.Unread) switch
        {
            ({ } told, _, _) => Words.Say($"您：{told}", $"you: {told}"),
            (_, { } missing, _) => Words.Say($"请告诉我{missing}", $"tell me {missing}"),
            (_, _, true) => Words.Say("须人工核对原文", "a person must read the source"),
            _ => "",
        };
        return Html.Of(
            $"<li>{Verdict(condition.Verdict)} <span lang=\"zh-CN\">{condition.Words}</span>{Cite(condition.Citation)}{(why.Length > 0 ? Html.Of($" <span class=\"why-so\">{why}</span>") : Html.Empty)}</li>\n");
    }

    private Html Verdict(string wire) => Html.Of($"<span class=\"verdict is-{wire}\">{Words.Verdict(wire)}</span>");

    private Html Highest() => Match.Highest.Count == 0 ? Html.Empty : Html.Of(
        $"""
        <section class="match-group"><h3>{Words.Say("就高不重复", "The highest only")}</h3>
        {Html.Join(Match.Highest.Select(highest => Html.Of($"<p>{HighestWords(highest)}{Cite(highest.Citation)}</p>{Quote(highest.Rule)}")))}
        </section>
        """);

    private string HighestWords(HighestBody highest)
    {
        string names = string.Join(Words.Say("、", ", "), highest.Measures.Select(number => $"“{Match.Measures[number - 1].Name}”"));
        return Words.Say($"{names}属同一事项的，只取最高：{highest.Written}", $"Of {names} only the highest is given where they are for one matter: {highest.Written}");
    }

    private Html General()
    {
        var documents = Match.Measures.Concat(Match.NearMisses).GroupBy(measure => (measure.Report, measure.Title))
            .Select(document => (document.Key.Title, Conditions: document.SelectMany(measure => measure.Conditions).Where(condition => condition.General)
                .DistinctBy(condition => (condition.Words, condition.Citation)).ToArray()))
            .Where(document => document.Conditions.Length > 0);
        return Html.Join(documents.Select(document => Html.Of(
            $"""
            <section class="match-group"><h3>{Words.Say($"《{document.Title}》的通用条件", $"General conditions of 《{document.Title}》")}</h3>
            <ul class="judged">{Html.Join(document.Conditions.Select(Judged))}</ul>
            </section>

            """)));
    }

    private Html Cite(int number)
    {
        var citation = Match.Citations[number - 1];
        string label = Words.Say(
            $"出处 {number}：《{citation.Title}》第 {citation.Paragraph} 段", $"Source {number}: 《{citation.Title}》, paragraph {citation.Paragraph}");
        return Html.Of($"<a class=\"source-mark\" href=\"{AddressOf(citation)}\" aria-label=\"{label}\">[{number}]</a>");
    }
}
