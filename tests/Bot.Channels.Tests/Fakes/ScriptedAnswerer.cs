using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Answers;

namespace Bot.Channels.Tests;

/// <summary>Gives the answer written down for a question, and streams it in pieces of a few characters.</summary>
internal sealed class ScriptedAnswerer(Func<Question, Answer> script) : IAnswerer
{
    private const int PieceLength = 12;

    public ScriptedAnswerer(Answer always)
        : this(_ => always)
    {
    }

    /// <summary>Completes when a stream that was begun is cancelled.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the stream waits for after each piece; null: nothing.</summary>
    public Task? Pause { get; init; }

    /// <summary>Completes when the first piece was taken and the stream waits for <see cref="Pause"/>.</summary>
    public TaskCompletionSource Paused { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it was told to forget, in order.</summary>
    public ConcurrentQueue<string> Forgotten { get; } = new();

    public void Forget(string conversations) => Forgotten.Enqueue(conversations);

    public Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken) => Task.FromResult(script(question));

    public async IAsyncEnumerable<AnswerPart> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var answer = script(question);
        try
        {
            for (int start = 0; start < answer.Text.Length; start += PieceLength)
            {
                yield return new AnswerPart.Piece(answer.Text[start..Math.Min(start + PieceLength, answer.Text.Length)]);
                if (Pause is null)
                    continue;
                Paused.TrySetResult();
                await Pause.WaitAsync(cancellationToken);
            }

            yield return new AnswerPart.Whole(answer);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
                Cancelled.TrySetResult();
        }
    }
}
