using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Answers.Composing;
using Bot.Answers.Conversations;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers;

/// <summary>Answers questions from the index, extractively: the reports' own sentences, under the rules of honesty.</summary>
public sealed class Answerer : IAnswerer
{
    // Reports read whole for one question: those of one region, not a library.
    private const int MostReadWhole = 6;

    private static readonly ImmutableArray<string> OverviewLists = ["targetsoverview", "resultsoverview", "general"];

    private readonly IReportIndex _index;
    private readonly QuestionWords _words;
    private readonly QuestionReader _reader;
    private readonly NeedVocabulary _needs;
    private readonly ScopeResolver _scopes;
    private readonly EvidenceFinder _finder;
    private readonly Refusals _refusals;
    private readonly ComparisonComposer _comparisons;
    private readonly ConversationMemory _memory;

    /// <param name="vocabularyFolder">Folder with the operator's additions to the vocabulary files, or null.</param>
    public Answerer(IReportIndex index, TimeProvider time, string? vocabularyFolder = null)
    {
        _index = index;
        _words = new QuestionWords(vocabularyFolder);
        var topics = new TopicReader(_words, Synonyms.Load(vocabularyFolder), new EnglishWords(vocabularyFolder));
        _reader = new QuestionReader(_words, topics, new Attributes(vocabularyFolder), Gazetteer.Default);
        _needs = new NeedVocabulary(vocabularyFolder);
        _scopes = new ScopeResolver(time, _words, new RegionReader(_words));
        _finder = new EvidenceFinder(index);
        _refusals = new Refusals(index);
        _comparisons = new ComparisonComposer(new SideFinder(_finder, _words, topics));
        _memory = new ConversationMemory(time);
    }

    /// <summary>Answers one question; a refusal is an answer too. Throws only when the index does.</summary>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var before = _memory.Recall(question.Conversation);
        var reading = FollowUp.Merge(_reader.Read(question.Text), before);
        if (reading.Kind is QuestionKind.Injection or QuestionKind.Contact or QuestionKind.OffTopic)
            return await _refusals.OfKindAsync(reading.Kind, reading.IsEnglish, cancellationToken);
        if (reading.Kind is QuestionKind.Thanks)
            return Refusals.Thanks(reading.IsEnglish);
        if (reading.Kind is QuestionKind.Greeting)
            return await _refusals.IntroductionAsync(reading.IsEnglish, cancellationToken);
        var outcome = _scopes.Resolve(reading, _index.Catalogue, before);
        if (outcome is not ScopeOutcome.Inside { Scope: var scope })
            return await _refusals.OfScopeAsync(outcome, reading.IsEnglish, cancellationToken);
        var (answer, named) = await WithinAsync(question, reading, scope, before, cancellationToken);
        _memory.Remember(question.Conversation, FollowUp.Turn(reading, before, answer, named));
        return answer;
    }

    public async IAsyncEnumerable<AnswerPart> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(question, cancellationToken);
        var lines = answer.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            yield return new AnswerPart.Piece(i == 0 ? lines[i] : "\n" + lines[i]);
        yield return new AnswerPart.Whole(answer);
    }

    private async Task<(Answer Answer, ImmutableArray<TopicTerm> Named)> WithinAsync(
        Question question, QuestionReading reading, Scope scope, ConversationTurn? before, CancellationToken cancellationToken)
    {
        var instruments = reading.Kind is QuestionKind.Measure ? _needs.InstrumentsFor(reading.Folded) : [];
        var terms = reading.Kind is QuestionKind.Measure
            ? reading.Terms.AddRange(instruments.Keys.Select(i => new TopicTerm([i], 0, true)))
            : reading.Terms;
        var evidence = await _finder.FindAsync(terms, scope, cancellationToken);
        var draft = await ComposeAsync(reading, scope, evidence, instruments, cancellationToken);
        if (draft is null)
            return (await _refusals.NotFoundAsync(reading, scope, evidence, cancellationToken), []);
        Frame(draft, reading, scope);
        var answer = draft.Answered();
        var said = scope.Years.Concat(before?.Years ?? []).Select(y => FormattableString.Invariant($"{y}年"));
        if (DigitGate.Unsupported(answer, [question.Text, .. said]).Length > 0)
            return (await _refusals.NotFoundAsync(reading, scope, evidence, cancellationToken), []);
        return (answer, NamedBy(answer, instruments));
    }

    private async Task<AnswerDraft?> ComposeAsync(
        QuestionReading reading,
        Scope scope,
        Evidence evidence,
        ImmutableDictionary<string, int> instruments,
        CancellationToken cancellationToken)
    {
        if (OverviewOf(reading) is var part && part != ReportPart.Unknown && scope.IsRegionGiven
            && OverviewComposer.Compose(reading, scope, part, await WholeReportsAsync(scope, cancellationToken)) is { } overview)
            return overview;
        switch (reading.Kind)
        {
            case QuestionKind.List:
                return ListComposer.Compose(reading, scope, evidence, await WholeReportsAsync(evidence, cancellationToken));
            case QuestionKind.Comparison when IsStatedDifference(reading, scope, evidence):
                return FigureComposer.Compose(reading with { Units = [AskedUnit.Any] }, scope, evidence);
            case QuestionKind.Comparison:
                return await _comparisons.ComposeAsync(reading, scope, cancellationToken)
                    ?? FigureComposer.Compose(reading, scope with { Status = reading.Status is AskedStatus.Both ? AskedStatus.Any : scope.Status }, evidence);
            case QuestionKind.Measure:
                return MeasureComposer.Compose(reading, scope, evidence, instruments) ?? FigureComposer.Compose(reading, scope, evidence);
            case QuestionKind.DocumentNumber:
            case QuestionKind.Date when _words.Has("publication", reading.Folded):
                return await PublicationAsync(reading, scope, evidence, cancellationToken) ?? FactComposer.Compose(reading, scope, evidence, _words);
            case QuestionKind.Date or QuestionKind.Person:
                return FactComposer.Compose(reading, scope, evidence, _words);
            case QuestionKind.Open when reading.IsPremise:
                return PremiseComposer.Compose(reading, scope, evidence);
            default:
                return FigureComposer.Compose(reading, scope, evidence);
        }
    }

    // 主要目标是什么, with no subject of its own beside it.
    private ReportPart OverviewOf(QuestionReading reading)
    {
        var part = _words.Has("targetsoverview", reading.Folded) ? ReportPart.Plan
            : _words.Has("resultsoverview", reading.Folded) ? ReportPart.Summary
            : ReportPart.Unknown;
        if (part == ReportPart.Unknown || reading.Kind is QuestionKind.Comparison or QuestionKind.Measure)
            return ReportPart.Unknown;
        var general = OverviewLists.SelectMany(l => _words.Find(l, reading.Folded)).Select(w => w.Span).ToList();
        var own = reading.Terms.Where(t => !general.Any(g => g.Start <= t.At + 1 && t.At < g.End)).Sum(t => t.Weight);
        return own < 1 ? part : ReportPart.Unknown;
    }

    private async Task<IReadOnlyCollection<Report>> WholeReportsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var reports = new List<Report>();
        foreach (var entry in scope.Reports.Take(MostReadWhole))
        {
            if (await _index.LoadAsync(entry.Id, cancellationToken) is { } report)
                reports.Add(report);
        }

        return reports;
    }

    // 增速比规上工业高几个点: where the report states the very difference, it is quoted, not calculated.
    private static bool IsStatedDifference(QuestionReading reading, Scope scope, Evidence evidence) =>
        reading.Years.Length < 2 && reading.Status != AskedStatus.Both
        && reading.Regions.Select(r => r.Region.Name).Distinct().Count() < 2
        && FigureChoice.Rank(reading, scope.Years, scope.Status, evidence).FirstOrDefault() is { Figure.Aspect: FigureAspect.Difference, Score: > 0.6 };

    // The lines that say when and by whom a report was published stand at its head; a search for its subject does not bring them.
    private async Task<AnswerDraft?> PublicationAsync(QuestionReading reading, Scope scope, Evidence evidence, CancellationToken cancellationToken)
    {
        return PublicationComposer.Compose(reading, evidence.Terms, await WholeReportsAsync(scope, cancellationToken));
    }

    // Lists may stand over many headings, more than a search brings: the reports that the evidence points to are read whole.
    private async Task<IReadOnlyCollection<Report>> WholeReportsAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        var ids = evidence.Sentences
            .GroupBy(s => s.Source.Report)
            .OrderByDescending(g => g.Max(s => s.Match))
            .Take(2)
            .Select(g => g.Key);
        var reports = new List<Report>();
        foreach (var id in ids)
        {
            if (await _index.LoadAsync(id, cancellationToken) is { } report)
                reports.Add(report);
        }

        return reports;
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
