using Bot.Channels;

namespace Bot.Reading;

/// <summary>Passes the events of reading on, and counts those of the first pass for <c>/readyz</c>.</summary>
internal sealed class ReadinessProgress(IProgress<ReadingEvent> next, Readiness readiness) : IProgress<ReadingEvent>
{
    public void Report(ReadingEvent value)
    {
        var (done, total, isReady) = readiness.Current;
        if (!isReady && value is ReadingEvent.Started started)
            readiness.Advance(started.Unchanged, started.Unchanged + started.ToRead);
        else if (!isReady && value is ReadingEvent.Read or ReadingEvent.Failed)
            readiness.Advance(Math.Min(done + 1, total), total);
        next.Report(value);
    }
}
