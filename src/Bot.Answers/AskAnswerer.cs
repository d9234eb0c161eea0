using System.Collections.Immutable;
using Bot.Answers.Calculating;
using Bot.Answers.Composing;
using Bot.Answers.Conversations;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Answers.Matching;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers;

/// <summary>Answers one ask: decides where its answer may come from, finds, composes, and lets nothing pass without a source.</summary>
internal sealed class AskAnswerer(
    IReportIndex index,
    ScopeResolver scopes,
    EvidenceFinder finder,
    NeedVocabulary needs,
    AskComposer composer,
    Trends trends,
    MatchAnswers matches,
    Disagreements disagreements,
    TimeProvider time)
{
    private readonly DocumentStanding _standings = new(index, time);
    private readonly ValidityComposer _validity = new(index, new DocumentStanding(index, time));
    private readonly RuleComposer _rules = new(index, new DocumentStanding(index, time));
    private readonly Refusals _refusals = new(index);

    /// <summary>A refusal is an answer too.</summary>
    public async Task<AskOutcome> AnswerAsync(
        Question question, QuestionReading reading, ConversationTurn? before, CancellationToken cancellationToken)
    {
        if (reading.Kind is QuestionKind.Injection or QuestionKind.Contact or QuestionKind.OffTopic)
            return new(await _refusals.OfKindAsync(reading.Kind, reading.IsEnglish, cancellationToken));
        if (reading.Kind is QuestionKind.Thanks)
            return new(Refusals.Thanks(reading.IsEnglish));
        if (reading.Kind is QuestionKind.Greeting)
            return new(await _refusals.IntroductionAsync(reading.IsEnglish, cancellationToken));
        if (await trends.AnswerAsync(question, reading, before, cancellationToken) is { } trend)
            return new(trend) { IsInside = true };
        if (ValidityComposer.IsAsked(reading) && await _validity.ComposeByNumberAsync(question.Text, reading.IsEnglish, cancellationToken) is { } named
            && named.Answered() is var standing && DigitGate.Unsupported(standing, [question.Text]).IsEmpty)
            return new(standing) { IsInside = true, IsRule = true };
        var matched = await matches.AnswerAsync(question, reading, before, cancellationToken);
        if (matched is { IsLookup: false })
            return OfMatch(matched);
        var outcome = scopes.Resolve(reading, index.Catalogue, before);
        if (outcome is not ScopeOutcome.Inside { Scope: var scope })
            return matched is null ? new(await _refusals.OfScopeAsync(outcome, reading.IsEnglish, cancellationToken)) : OfMatch(matched);
        var within = await WithinAsync(question, reading, scope, before, cancellationToken);
        // 绩效评价不合格的服务机构会怎么样: asked of a document that sets measures, and none of them says it.
        return matched is null || (within.IsRule && matched.IsBare) || (within is { Answer: Answer.Answered said, Evidence.Terms: var terms } && AskedText.IsNearer(said, matched.Answer, terms))
            ? within
            : OfMatch(matched);
    }

    private static AskOutcome OfMatch(MatchAnswers.Told matched) =>
        new(matched.Answer) { IsInside = matched.Answer is Answer.Answered, IsMatched = true, Profile = matched.Profile };

    private async Task<AskOutcome> WithinAsync(
        Question question, QuestionReading reading, Scope scope, ConversationTurn? before, CancellationToken cancellationToken)
    {
        var instruments = reading.Kind is QuestionKind.Measure ? needs.InstrumentsFor(reading.Folded) : [];
        var terms = reading.Kind is QuestionKind.Measure
            ? reading.Terms.AddRange(instruments.Keys.Select(i => new TopicTerm([i], 0, true)))
            : reading.Terms;
        var evidence = await finder.FindAsync(terms, scope, cancellationToken);
        // 有效期多久 may be asked of what the document gives (券, 证书): then a provision says it.
        var rule = (ValidityComposer.IsAsked(reading) && !ValidityComposer.AsksLength(reading) ? await _validity.ComposeAsync(reading, scope, cancellationToken) : null)
            ?? await _rules.ComposeAsync(reading, scope, evidence, cancellationToken);
        var draft = rule ?? await composer.ComposeAsync(reading, scope, evidence, instruments, cancellationToken);
        if (draft is null)
            return await NotFoundAsync();
        if (rule is null)
            await _standings.WarnAsync(draft, reading.IsEnglish, cancellationToken);
        await disagreements.AddAsync(draft, reading, evidence, cancellationToken);
        Frame(draft, reading, scope);
        var corrected = draft.Figures.Select(f => f.Figure).Where(f => f.Correction is not null).ToList();
        foreach (var figure in corrected)
            draft.Line(Corrected(figure, reading.IsEnglish));
        var answer = draft.Answered();
        // A row of a table names the year that its figure was read to be of.
        var told = answer.Figures.Select(f => f.Figure.Period).OfType<Period>().SelectMany(p => new[] { p.FromYear, p.ToYear });
        var said = scope.Years.Concat(before?.Years ?? []).Concat(reading.Kind is QuestionKind.Comparison || corrected.Count > 0 ? told : []).Select(y => FormattableString.Invariant($"{y}年"));
        if (!DigitGate.Unsupported(answer, [question.Text, .. said]).IsEmpty)
            return await NotFoundAsync();
        return Inside(answer) with { Named = NamedBy(answer, instruments), IsRule = rule is not null };

        async Task<AskOutcome> NotFoundAsync() => Inside(await _refusals.NotFoundAsync(reading, scope, evidence, cancellationToken));

        AskOutcome Inside(Answer given) => new(given) { IsInside = true, Years = scope.Years, Scope = scope, Evidence = evidence };
    }

    // The quotation says what the report says; what staff made of it is said as theirs.
    private static string Corrected(Figure figure, bool english)
    {
        var (name, value) = (figure.Indicator ?? figure.Words, Calculation.Written(figure));
        var place = PlaceAndTime.Of(figure, english);
        return english
            ? $"Note: staff corrected how {value} is to be read: {place}, {name}, {(figure.Status is FigureStatus.Target ? "target" : "result")}."
            : $"注：{value}的含义经工作人员更正，应为{place}{name}{(figure.Status is FigureStatus.Target ? "的目标" : "的结果")}。";
    }

    private static void Frame(AnswerDraft draft, QuestionReading reading, Scope scope)
    {
        foreach (var note in scope.Notes)
            draft.Line(note);
        foreach (var computed in scope.Computed)
            draft.Compute(computed.Value, computed.Expression);
        foreach (var missing in scope.Missing)
            draft.Line(reading.IsEnglish ? $"The reports do not cover {missing}." : $"资料没有收录{missing}的报告。");
    }

    // What the answer named is what 这个贷款 means in the next question.
    private static ImmutableArray<TopicTerm> NamedBy(Answer answer, ImmutableDictionary<string, int> instruments)
    {
        var text = TextFolding.Fold(answer.Text);
        return [.. instruments.Keys
            .Where(i => i.Length > 2 && text.Contains(i, StringComparison.Ordinal))
            .OrderBy(i => text.IndexOf(i, StringComparison.Ordinal))
            .Take(2)
            .Select(i => new TopicTerm([i], 1.5, true))];
    }
}
