using System.Threading.Channels;
using Bot.Reading;

namespace Bot.Tests.Parts;

/// <summary>Keeps the events of reading for a test to wait for.</summary>
internal sealed class ReadingRecorder : IProgress<ReadingEvent>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Channel<ReadingEvent> _events = Channel.CreateUnbounded<ReadingEvent>();

    public void Report(ReadingEvent value) => _events.Writer.TryWrite(value);

    /// <summary>The next event of this kind; those before it are passed over.</summary>
    public async Task<TEvent> NextAsync<TEvent>()
        where TEvent : ReadingEvent
    {
        using var timeout = new CancellationTokenSource(s_patience);
        while (true)
        {
            if (await _events.Reader.ReadAsync(timeout.Token) is TEvent wanted)
                return wanted;
        }
    }

    /// <summary>Everything reported since the last call.</summary>
    public IReadOnlyList<ReadingEvent> TakeAll()
    {
        List<ReadingEvent> all = [];
        while (_events.Reader.TryRead(out var next))
            all.Add(next);
        return all;
    }
}
