using Bot.Channels;

namespace Bot.Reading;

/// <summary>Tells when every report present at start has been read, or noted with its problem.</summary>
internal sealed class FirstReading(Readiness readiness)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Complete()
    {
        readiness.MarkReady();
        _done.TrySetResult();
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _done.Task.WaitAsync(cancellationToken);
}
