using Microsoft.Extensions.AI;

namespace Bot.Answers.Generating;

/// <summary>A model's reply as it comes, sentence by sentence. Failures end it; the caller's cancellation throws.</summary>
internal sealed class ModelReply(
    IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken deadline, CancellationToken caller, bool isEnglish = false) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates = updates.GetAsyncEnumerator(deadline);
    private readonly SentenceCutter _cutter = new(isEnglish);
    private readonly Queue<string> _ready = new();
    private bool _isCut;
    private bool _isEnded;

    /// <summary>What ended it before its time; null: nothing did.</summary>
    public Exception? Failure { get; private set; }

    /// <returns>The next sentence as written; null after the last.</returns>
    public async Task<string?> NextAsync()
    {
        while (_ready.Count == 0 && !_isEnded)
            await ReadAsync();
        return _ready.TryDequeue(out var sentence) ? sentence : null;
    }

    public ValueTask DisposeAsync() => _updates.DisposeAsync();

    private async Task ReadAsync()
    {
        try
        {
            if (await _updates.MoveNextAsync())
            {
                _isCut |= _updates.Current.FinishReason == ChatFinishReason.Length;
                foreach (var sentence in _cutter.Add(_updates.Current.Text))
                    _ready.Enqueue(sentence);
                return;
            }
            _isEnded = true;
            // Half a sentence may hold half a number.
            if (!_isCut && _cutter.Rest() is { } rest && rest.Trim().Length > 0)
                _ready.Enqueue(rest);
        }
        // Whatever a model's client throws, there is an answer without it.
        catch (Exception e) when (!caller.IsCancellationRequested)
        {
            _isEnded = true;
            Failure = e;
        }
    }
}
