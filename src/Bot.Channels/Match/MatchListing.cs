using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Grounding;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Writes out what came of matching, each statement with the number of its citation.</summary>
internal sealed class MatchListing
{
    private readonly MatchResult _result;
    private readonly bool _english;
    private readonly ImmutableArray<Region> _covered;
    private readonly CitationBook _book;
    private readonly List<ComputationBody> _computed = [];

    private MatchListing(MatchResult result, ImmutableArray<Region> covered, bool english, ReportLinks links) =>
        (_result, _covered, _english, _book) = (result, covered, english, new CitationBook(links));

    /// <param name="covered">Where nothing is set for the place: the places that have measures. Else empty.</param>
    public static MatchBody Of(MatchResult result, ImmutableArray<Region> covered, bool english, ReportLinks links) =>
        new MatchListing(result, covered, english, links).Body();

    private MatchBody Body()
    {
        MatchedBody[] offered = [.. _result.Offered.Select(Matched)];
        MatchedBody[] near = [.. _result.NearMisses.Select(Matched)];
        HighestBody[] highest = [.. _result.Highest.Select(Highest)];
        return new MatchBody(
            _english ? "en" : "zh",
            _result.Today,
            _result.NeedsRegion,
            _result.Profile.Region is { } place && !_covered.IsEmpty ? Uncovered(place) : null,
            [.. ProfileText.Parts(_result.Profile).Select(part => new FactBody(part.Words.Chinese, part.Words.In(_english)))],
            offered,
            near,
            highest,
            [.. _result.Next.Select(next => new NextBody(next.Ask(_english), next.Settles))],
            _computed,
            _book.Citations,
            MatchWording.Notice.In(_english));
    }

    private UncoveredBody Uncovered(Region place)
    {
        const int MostNamed = 8;
        string named = string.Join(_english ? ", " : "、", _covered.Take(MostNamed).Select(NameOf));
        bool areMore = _covered.Length > MostNamed;
        return new UncoveredBody(
            place.Name,
            _english
                ? $"The documents set no measures for {NameOf(place)}; they set some for: {named}{(areMore ? " and others" : "")}."
                : $"资料中没有{place}的措施规定；资料中载有措施规定的地区：{named}{(areMore ? "等" : "")}。",
            [.. _covered.Select(covered => covered.Name).Distinct()]);
    }

    private string NameOf(Region region) => _english && region.English.Length > 0 ? region.English : region.Name;

    private MatchedBody Matched(MatchedMeasure matched)
    {
        var (found, measure) = (matched.Found, matched.Measure);
        // In the order in which a reader meets them.
        int own = _book.Cite(found, matched.Amounts.IsEmpty ? measure.Span : matched.Amounts[0].Span);
        CitedBody[] gives = [.. matched.Amounts.Select(amount => Cited(found, amount.Span)).Distinct()];
        var gain = matched.Gain is { } reckoned ? Gained(matched, reckoned) : null;
        JudgedBody[] conditions = [.. matched.Conditions.Where(condition => condition is { IsMoot: false, Clause.Length: > 0 }).Select(condition => Judged(found, condition))];
        return new MatchedBody(
            found.Report.Value,
            found.Metadata.Title,
            measure.Number,
            PersonalData.Mask(measure.Name),
            MeasureNames.Of(MeasureNames.Instruments, measure.Instrument).Wire,
            MeasureNames.Of(MeasureNames.States, matched.State).Wire,
            Wire(matched.Fit),
            matched.Relevance > 0,
            measure.Region ?? found.Metadata.Region,
            measure.Year,
            measure.Validity.From,
            measure.Validity.To,
            measure.Validity.Statement is { } statement ? Cited(found, statement.Span) : null,
            found.RepealedBy is { } repealed ? new EndBody(repealed.Title, repealed.From) : null,
            measure.Beneficiary is { } beneficiary ? PersonalData.Mask(beneficiary.Text) : null,
            gives,
            conditions,
            gain,
            matched.MissingForGain is { } missing ? MatchWording.Ask(missing, _english) : null,
            matched.IsBelowScale,
            own,
            matched.IsClosed,
            measure.Application?.Period is { } period ? Cited(found, period.Span) : null);
    }

    private CitedBody Cited(FoundMeasure found, TextSpan span) =>
        new(PersonalData.Mask(found.Quote(span).Sentence).Trim(), _book.Cite(found, span));

    private JudgedBody Judged(FoundMeasure found, ConditionMatch condition)
    {
        string? told = condition.Told?.In(_english);
        if (told is not null)
            Compute(told, []);
        return new JudgedBody(
            PersonalData.Mask(condition.Clause).Trim(),
            Wire(condition.Verdict),
            told,
            condition.Missing is { } missing ? MatchWording.Ask(missing, _english) : null,
            condition.Condition.IsGeneral,
            condition.Condition.Kind == ConditionKind.Unread,
            _book.Cite(found, condition.Condition.Span));
    }

    private GainBody Gained(MatchedMeasure matched, Gain gain) => new(
        AnswerBody.Plain(gain.Value),
        MatchWording.Money(gain.Value),
        gain.IsReckoned,
        gain.IsAbout,
        gain.IsAtMost,
        matched.IsOpen,
        gain.Recurrence is { } recurrence ? Wire(recurrence) : null,
        gain.Years,
        [.. gain.Steps.Select(step => Step(matched.Found, step))]);

    private StepBody Step(FoundMeasure found, GainStep step)
    {
        OperandBody[] operands =
        [
            .. step.Operands.Select(operand => new OperandBody(operand.Written, operand.Span is { } span ? _book.Cite(found, span) : null)),
        ];
        if (step.IsReckoned)
            Compute(step.Expression, operands);
        return new StepBody(MatchWording.Step(step, _english), step.Expression, operands);
    }

    // What stands behind the last sign is what was calculated; words without one only repeat what was told.
    private void Compute(string expression, IReadOnlyList<OperandBody> operands)
    {
        int at = expression.LastIndexOfAny(['=', '≤']);
        if (at > 0 && _computed.All(known => known.Expression != expression) && NumberScanner.Scan(expression[at..]) is [var number, ..])
            _computed.Add(new ComputationBody(AnswerBody.Plain(number.Value), expression, operands));
    }

    private HighestBody Highest(HighestOf highest)
    {
        var best = highest.Measures[0];
        return new HighestBody(
            [.. highest.Measures.Select(measure => _result.Offered.IndexOf(measure) + 1)],
            Cited(best.Found, highest.Rule.Span),
            MatchWording.Money(best.Gain?.Value ?? 0),
            _book.Cite(best.Found, best.Amounts[^1].Span));
    }

    private static string Wire<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
