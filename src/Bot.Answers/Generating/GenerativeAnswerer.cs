using System.Runtime.CompilerServices;
using Bot.Answers.Conversations;
using Bot.Answers.Understanding;
using Bot.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Bot.Answers.Generating;

/// <summary>
/// Lets a chat model phrase what the extractive answerer found, and passes on only what stands in the cited paragraphs. When the model
/// fails, or nothing of its text holds, the extractive answer is given.
/// </summary>
public sealed partial class GenerativeAnswerer : IAnswerer
{
    // The client's own limit for one call ends first and is told as what it is: a model that is too slow.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    private readonly Answerer _extractive;
    private readonly SourceFinder _sources;
    private readonly IChatClient _chat;
    private readonly PromptLibrary _prompts;
    private readonly FollowUpRewriter _rewriter;
    private readonly GroundingCheck _check;
    private readonly GeneratingLimits _limits;
    private readonly Action? _outOfTime;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="outOfTime">Told when the calls of one question together took longer than its budget, which none of them can tell by itself.</param>
    public GenerativeAnswerer(
        Answerer extractive,
        IReportIndex index,
        IChatClient chat,
        PromptLibrary prompts,
        GeneratingLimits limits,
        TimeProvider time,
        ILogger<GenerativeAnswerer> logger,
        Action? outOfTime = null)
    {
        _extractive = extractive;
        _sources = new SourceFinder(index);
        _chat = chat;
        _prompts = prompts;
        _rewriter = new FollowUpRewriter(chat, prompts.FollowUp, extractive.Rewriting);
        _check = new GroundingCheck(prompts.Instructions, extractive.English);
        _limits = limits;
        _time = time;
        _logger = logger;
        _outOfTime = outOfTime;
    }

    /// <inheritdoc/>
    public void Forget(string conversations) => _extractive.Forget(conversations);

    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        await foreach (var part in StreamAsync(question, cancellationToken))
        {
            if (part is AnswerPart.Whole whole)
                return whole.Answer;
        }
        throw new InvalidOperationException("The stream of an answer ended without the whole.");
    }

    public async IAsyncEnumerable<AnswerPart> StreamAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(_limits.Budget + Grace, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var (asked, found) = await UnderstoodAsync(question, either.Token, cancellationToken);
        _extractive.Remember(asked, found);
        // How a follow-up was understood is said first, whoever answers it.
        var opening = asked == question ? "" : Wording.Understood(asked.Text, found.Reading.IsEnglish) + "\n";
        if (opening.Length > 0)
            yield return new AnswerPart.Piece(opening);
        var sources = IsForModel(found) ? await _sources.FindAsync(found, cancellationToken) : [];
        var draft = (GeneratedDraft?)null;
        if (!sources.IsEmpty)
        {
            var request = GeneratingRequest.Of(asked, found, sources, _prompts, _limits);
            draft = request.Draft;
            await foreach (var piece in new SentenceWriter(_chat, _check, request, either.Token, cancellationToken) { Failed = Note }.WriteAsync())
                yield return new AnswerPart.Piece(piece);
        }
        if (draft is not { IsGenerated: true })
        {
            foreach (var part in Answerer.Parts(found.Answer))
                yield return Opened(part);
            yield break;
        }
        foreach (var line in LeftOutLines.Of(found.Answer, draft.Said))
            yield return new AnswerPart.Piece(draft.Keep(line));
        yield return Opened(new AnswerPart.Whole(draft.Finished()));

        AnswerPart Opened(AnswerPart part) =>
            part is AnswerPart.Whole { Answer: var answer } ? new AnswerPart.Whole(answer with { Text = opening + answer.Text }) : part;
    }

    // A follow-up that the rules didn't understand is completed by the model; what it makes of it counts only if it can be answered.
    private async Task<(Question Asked, ExplainedAnswer Found)> UnderstoodAsync(Question question, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var found = await _extractive.ExplainAsync(question, cancellationToken);
        if (found.LeansOn.IsEmpty || await _rewriter.RewriteAsync(question.Text, found.LeansOn, Note, deadline, cancellationToken) is not { } rewritten)
            return (question, found);
        var asked = question with { Text = rewritten };
        var understood = await _extractive.ExplainAsync(asked, cancellationToken);
        return understood.Answer is Answer.Answered ? (asked, understood) : (question, found);
    }

    // Refusals by kind and scope stand; so does one of a number that the ledger doesn't have.
    private static bool IsForModel(ExplainedAnswer found) =>
        !found.Whole.IsMatched
        && FollowUp.IsAboutReports(found.Reading)
        && found.Answer switch
        {
            Answer.Answered answered => !answered.Citations.IsEmpty,
            _ => found.Whole.Scope is not null && found.Reading is { AsksNumber: false, Kind: QuestionKind.Open or QuestionKind.List },
        };

    private void Note(Exception failure)
    {
        if (failure is OperationCanceledException)
        {
            Log.OutOfTime(_logger, _limits.Budget.TotalSeconds);
            _outOfTime?.Invoke();
        }
        else
        {
            Log.WithoutModel(_logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The chat model took longer than {Seconds} s for one question; answered from the reports' own sentences")]
        public static partial void OutOfTime(ILogger logger, double seconds);

        // The client has told the cause.
        [LoggerMessage(LogLevel.Information, "Answered from the reports' own sentences, for the chat model failed ({Failure})")]
        public static partial void WithoutModel(ILogger logger, string failure);
    }
}
