using Bot.Composition;
using Bot.Retrieval;

namespace Bot.Reading;

/// <summary>Gives the passages that lack one their vector, and tells people how far it is.</summary>
internal sealed class EmbeddingPass(OpenedStorage storage, IProgress<ReadingEvent> progress, TimeProvider time)
{
    // Often enough to see that it goes on.
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);

    /// <summary>Whether there is an embedding model, and an index here that may be written to.</summary>
    public bool IsDue => storage is { Embedded: not null, IsReadOnly: false };

    /// <summary>Tells nothing where nothing is missing.</summary>
    /// <exception cref="Exception">What the model's client or the index throws; what was embedded before is kept.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (storage.Embedded is not { } index)
            return;
        var watch = new Watch(index.Embedding, progress, time);
        await index.EmbedMissingAsync(watch, cancellationToken);
        watch.Complete(index.Embedding);
    }

    /// <summary>What a failure tells people; the clients have logged the rest.</summary>
    public void TellFailure(Exception failure, TimeSpan? retryIn) => progress.Report(new ReadingEvent.EmbeddingFailed(failure.Message, retryIn));

    private sealed class Watch(EmbeddingProgress before, IProgress<ReadingEvent> people, TimeProvider time) : IProgress<EmbeddingProgress>
    {
        private readonly long _start = time.GetTimestamp();
        private long? _told;

        public void Report(EmbeddingProgress value)
        {
            if (_told is null)
                people.Report(new ReadingEvent.EmbeddingStarted(Math.Max(1, value.Passages - before.Embedded), value.Passages));
            else if (time.GetElapsedTime(_told.Value) < s_between)
                return;
            else
                people.Report(new ReadingEvent.EmbeddingAdvanced(value.Embedded, value.Passages));
            _told = time.GetTimestamp();
        }

        public void Complete(EmbeddingProgress after)
        {
            if (_told is not null)
                people.Report(new ReadingEvent.EmbeddingCompleted(after.Passages, after.Model?.Name ?? "", time.GetElapsedTime(_start)));
        }
    }
}
