using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Answers.Composing;
using Bot.Answers.Conversations;
using Bot.Answers.Finding;
using Bot.Answers.Generating;
using Bot.Answers.Grounding;
using Bot.Answers.Matching;
using Bot.Answers.Several;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers;

/// <summary>Answers questions from the index, extractively: the reports' own sentences and figures, under the rules of honesty.</summary>
public sealed class Answerer : IAnswerer
{
    private readonly IReportIndex _index;
    private readonly QuestionReader _reader;
    private readonly AskSplitter _asks;
    private readonly AskAnswerer _one;
    private readonly NextQuestions _next;
    private readonly ConversationMemory _memory;

    /// <param name="vocabularyFolder">Folder with the operator's additions to the vocabulary files, or null.</param>
    /// <exception cref="FormatException">A line of them can't be used; says which and why.</exception>
    public Answerer(IReportIndex index, TimeProvider time, string? vocabularyFolder = null)
    {
        index = new RememberingIndex(index);
        _index = index;
        var words = new QuestionWords(vocabularyFolder);
        var indicators = IndicatorVocabulary.OfFolder(vocabularyFolder);
        var topics = new TopicReader(words, Synonyms.Load(vocabularyFolder, indicators), new EnglishWords(vocabularyFolder));
        var attributes = new Attributes(vocabularyFolder);
        var scopes = new ScopeResolver(time, words, new RegionReader(words));
        var finder = new EvidenceFinder(index);
        _reader = new QuestionReader(words, topics, attributes, Gazetteer.Default);
        _asks = new AskSplitter(_reader, words);
        _one = new AskAnswerer(
            index,
            scopes,
            finder,
            new NeedVocabulary(vocabularyFolder),
            new AskComposer(index, words, new ComparisonComposer(new SideFinder(finder, words, topics))),
            new Trends(index, scopes, new TrendReader(words), new TrendFinder(index, finder, attributes), time),
            new MatchAnswers(index, new Matchmaker(index, time, vocabularyFolder)),
            new Disagreements(index),
            time);
        _next = new NextQuestions(index);
        _memory = new ConversationMemory(time);
        English = new EnglishMeaning(new EnglishVocabulary(vocabularyFolder, indicators));
        Rewriting = new RewritingGuard(_reader, words, indicators);
    }

    /// <summary>Answers one question; a refusal is an answer too. Throws only when the index does.</summary>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var explained = await ExplainAsync(question, cancellationToken);
        Remember(question, explained);
        return explained.Answer;
    }

    /// <summary>What English sentences say in the reports' words.</summary>
    internal EnglishMeaning English { get; }

    /// <summary>What a rewritten follow-up is held against.</summary>
    internal RewritingGuard Rewriting { get; }

    /// <summary>The same, with how the question was understood and what was found; the conversation goes on with <see cref="Remember"/>.</summary>
    internal async Task<ExplainedAnswer> ExplainAsync(Question question, CancellationToken cancellationToken)
    {
        var before = _memory.Recall(question.Conversation);
        var own = _reader.Read(question.Text);
        var reading = FollowUp.Merge(own, before);
        var whole = await _one.AnswerAsync(question, reading, before, cancellationToken);
        var answer = reading.Kind is QuestionKind.Injection or QuestionKind.Measure || whole.IsMatched
            ? whole.Answer
            : await CompletedAsync(whole, question, reading, before, cancellationToken);
        return new(await _next.AddAsync(answer, reading, cancellationToken), reading, whole)
        {
            // What was told holds on, whatever is asked in between.
            Turn = whole.IsInside || whole.Profile is not null || !ReferenceEquals(answer, whole.Answer)
                ? FollowUp.Turn(reading, before, answer, whole.Named) with { Profile = whole.Profile ?? ConversationTurn.Known(before, question.Told), Told = question.Told ?? before?.Told }
                : null,
            LeansOn = !whole.IsMatched && FollowUp.Leans(own) && (answer is Answer.Refused || FollowUp.InheritsNothing(own, reading, before))
                ? _memory.RecallQuestions(question.Conversation)
                : [],
        };
    }

    /// <summary>Makes the question what the next one of its conversation may lean on.</summary>
    internal void Remember(Question question, ExplainedAnswer explained) =>
        _memory.Remember(question.Conversation, explained.Turn, FollowUp.IsAboutReports(explained.Reading) ? question.Text : null);

    public async IAsyncEnumerable<AnswerPart> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Parts(await AnswerAsync(question, cancellationToken)))
            yield return part;
    }

    /// <inheritdoc/>
    public void Forget(string conversations) => _memory.Forget(conversations);

    /// <summary>A finished answer as a stream, line by line.</summary>
    internal static IEnumerable<AnswerPart> Parts(Answer answer)
    {
        var lines = answer.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            yield return new AnswerPart.Piece(i == 0 ? lines[i] : "\n" + lines[i]);
        yield return new AnswerPart.Whole(answer);
    }

    // Each thing that the message asks for is asked by itself, and what the answer to the whole leaves out is put in.
    private async Task<Answer> CompletedAsync(
        AskOutcome whole, Question question, QuestionReading reading, ConversationTurn? before, CancellationToken cancellationToken)
    {
        var asks = _asks.Split(question.Text, [.. _index.Catalogue.Select(e => e.Metadata?.Region).OfType<string>().Distinct()]);
        var readings = asks.Take(AskSplitter.Most).Select(a => (Ask: a, Own: OwnReading(a, reading))).ToList();
        if (asks.Length <= AskSplitter.Most && readings.TrueForAll(r => Coverage.Holds(whole.Answer, Named(r.Ask, r.Own))))
            return whole.Answer;
        var results = new List<AskResult>();
        var years = new HashSet<int>(whole.Years.Concat(before?.Years ?? []));
        var previous = reading;
        foreach (var (ask, own) in readings)
        {
            previous = results.Count == 0 ? FollowUp.Merge(own, before) : AskContext.Inherit(own, previous);
            var outcome = await _one.AnswerAsync(question, previous, before, cancellationToken);
            string? preface = null;
            if (outcome.Answer is Answer.Refused && previous.Status is AskedStatus.Target && ask.WithoutYear is { } timeless)
                (outcome, preface) = await OfAnyYearAsync(outcome, question, previous, _reader.Read(timeless), before, cancellationToken);
            results.Add(new AskResult(ask, Named(ask, own), outcome.Answer, preface));
            years.UnionWith(outcome.Years);
            if (previous.Kind is QuestionKind.Comparison)
                years.UnionWith(outcome.Answer.Figures.Select(f => f.Figure.Period).OfType<Period>().Select(p => p.ToYear));
        }

        var completed = SeveralAsks.Complete(whole.Answer, reading, results, Math.Max(0, asks.Length - AskSplitter.Most));
        var said = years.Select(y => FormattableString.Invariant($"{y}年"));
        return DigitGate.Unsupported(completed, [question.Text, .. said]).IsEmpty ? completed : whole.Answer;
    }

    private QuestionReading OwnReading(Ask ask, QuestionReading whole)
    {
        var own = _reader.Read(ask.Text) with { IsEnglish = whole.IsEnglish };
        // Support is listed for enterprises that speak of themselves; here a word such as 贷款 is part of what is asked about.
        return own.Kind is QuestionKind.Measure && !whole.IsSelf ? own with { Kind = QuestionKind.Open } : own;
    }

    private QuestionReading Named(Ask ask, QuestionReading own) => own with { Regions = _reader.Read(ask.Said).Regions };

    // 去年新认定几家？目标是多少？: a target may be meant of another year than the result asked for before it; the answer says so.
    private async Task<(AskOutcome Outcome, string? Preface)> OfAnyYearAsync(
        AskOutcome refused, Question question, QuestionReading reading, QuestionReading timeless, ConversationTurn? before, CancellationToken cancellationToken)
    {
        var anyYear = reading with { Folded = timeless.Folded, Regions = timeless.Regions, Years = [], RelativeYear = null };
        var outcome = await _one.AnswerAsync(question, anyYear, before, cancellationToken);
        if (outcome.Answer is Answer.Refused)
            return (refused, null);
        return (outcome, reading.IsEnglish
            ? "No such target is stated for the year just asked about; of other years:"
            : "资料没有写明所问年份的这一目标；其他年份的是：");
    }
}
