namespace Bot.Channels.WeCom;

/// <summary>
/// Speaks in answer to callbacks only: WeCom asks for a stream every second until its end. Where it stops asking, or the answer takes
/// too long, the question's response_url takes the answer, once.
/// </summary>
internal sealed class CallbackDelivery(StreamBoard board, WeComPushClient client, TimeProvider time) : IAiBotDelivery
{
    private static readonly TimeSpan s_lifeOfAddress = TimeSpan.FromHours(1);

    // WeCom asks about every second; as long after a start, when what it asked meanwhile was not heard.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    public bool CanSpeakFirst => false;

    public void Begin(ShownStream stream, string? requestId)
    {
        // WeCom asks.
    }

    public async Task DeliverAsync(string chat, AiBotReply reply, CancellationToken cancellationToken)
    {
        if (reply.Stream is null || !await IsSeenAsync(board.Open(reply.Stream, reply.AskedAt), reply, cancellationToken))
            await PostAsync(reply, cancellationToken);
    }

    private async Task<bool> IsSeenAsync(ShownStream stream, AiBotReply reply, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - reply.AskedAt >= ShownStream.Life && !stream.Delivered.IsCompleted)
            stream.GiveUp();
        if (!stream.Finish(reply.Content, reply.Card))
            return false;
        while (!stream.Delivered.IsCompleted)
        {
            var wait = stream.LookedAt + s_patience - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
                return !stream.GiveUp();
            await stream.Delivered.WaitAsync(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
        return true;
    }

    private async Task PostAsync(AiBotReply reply, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(reply.ResponseUrl, UriKind.Absolute, out var address))
            throw DeliveryException.Never("WeCom stopped asking for the answer and gave no other way to send it");
        if (!client.IsOfWeCom(address))
            throw DeliveryException.Never("the response_url leads to no server of WeCom's");
        if (time.GetUtcNow() - reply.AskedAt >= s_lifeOfAddress)
            throw DeliveryException.Never("the response_url has expired");
        try
        {
            await client.RespondAsync(address, reply.Content, cancellationToken);
        }
        catch (WeComException e)
        {
            throw e.ToDelivery();
        }
    }
}
