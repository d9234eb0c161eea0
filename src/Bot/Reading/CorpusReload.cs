using System.Threading.Channels;
using Bot.Channels;

namespace Bot.Reading;

/// <summary>Wakes the reader: when something in the folder changed, or somebody asks for it.</summary>
internal sealed class CorpusReload : ICorpusReload
{
    // One wake-up is enough for any number of requests before the next look; a full channel refuses, nothing is lost.
    private readonly Channel<bool> _requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    public void Request() => _requests.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _requests.Reader.ReadAsync(cancellationToken);
}
