using System.Runtime.CompilerServices;
using Bot.Answers;

namespace Bot.Channels.Tests.WeCom;

/// <summary>As a slow model: it answers when the test lets it.</summary>
internal sealed class SlowAnswerer(Answer answer) : IAnswerer
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>Completes with the first question.</summary>
    public Task Begun => _begun.Task;

    public int Asked => _asked;

    public void Finish() => _finished.SetResult();

    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        _begun.TrySetResult();
        await _finished.Task.WaitAsync(cancellationToken);
        return answer;
    }

    public void Forget(string conversations)
    {
    }

    public async IAsyncEnumerable<AnswerPart> StreamAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new AnswerPart.Whole(await AnswerAsync(question, cancellationToken));
    }
}
