using System.Threading.Channels;

namespace Bot.Reading;

/// <summary>Notes the ends of passes over the folder that changed something, for the one who embeds what is new.</summary>
internal sealed class EmbeddingDue(IProgress<ReadingEvent> next) : IProgress<ReadingEvent>
{
    // Several changes are one reason to look.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Report(ReadingEvent value)
    {
        next.Report(value);
        if (value is ReadingEvent.Finished)
            _changed.Writer.TryWrite(true);
    }

    /// <summary>Waits for a change since the last call, but no longer than <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _changed.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing changed.
        }
    }
}
