using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.WeCom;

/// <summary>
/// Speaks through the bot's own connection: pushes a stream's states until its end, and sends as a message what no stream can take any
/// more.
/// </summary>
internal sealed partial class SocketDelivery(StreamBoard board, AiBotConnection connection, ChatLanes lanes, TimeProvider time, ILogger<SocketDelivery> logger) : IAiBotDelivery
{
    // 30 a minute and 1000 an hour to one chat: with the first and the last state, one every few seconds stays below.
    private static readonly TimeSpan s_pushEvery = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan s_pauseWhenTooOften = TimeSpan.FromMinutes(1);

    private readonly SendPace _pace = new(perMinute: 30, perHour: 1000, time);

    public bool CanSpeakFirst => true;

    public void Begin(ShownStream stream, string? requestId)
    {
        // Not in the chat's own lane: what is asked there before may take long.
        if (requestId is not null)
            lanes.Add($"stream:{stream.Id}", stop => PushAsync(stream, requestId, stop));
    }

    public async Task DeliverAsync(string chat, AiBotReply reply, CancellationToken cancellationToken)
    {
        if (reply is { Stream: { } id, RequestId: { } request } && await TryFinishAsync(board.Open(id, reply.AskedAt), request, reply, cancellationToken))
            return;
        await SendAsync(chat, AiBotBody.OfMarkdown(reply.Content, chat), cancellationToken);
        if (reply.Card is { } card)
            await TrySendCardAsync(chat, card, cancellationToken);
    }

    private async Task PushAsync(ShownStream stream, string request, CancellationToken cancellationToken)
    {
        for (string? shown = null; ;)
        {
            await stream.Turn.WaitAsync(cancellationToken);
            try
            {
                if (stream.IsFinished)
                    return;
                var sight = stream.Look(time.GetUtcNow());
                if (sight.Content != shown || sight.IsFinished)
                {
                    var answer = await connection.OrderAsync(SocketOrder.Respond, request, sight.ToBody(stream.Id), cancellationToken);
                    if (answer.ErrorCode is SocketCode.RequestGone or SocketCode.StreamGone)
                        stream.GiveUp();
                    shown = sight.Content;
                }
            }
            catch (DeliveryException)
            {
                // A later state may get through. The end is not sent from here.
            }
            finally
            {
                stream.Turn.Release();
            }
            await Task.Delay(s_pushEvery, time, cancellationToken);
        }
    }

    private async Task<bool> TryFinishAsync(ShownStream stream, string request, AiBotReply reply, CancellationToken cancellationToken)
    {
        await stream.Turn.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - reply.AskedAt >= ShownStream.Life)
                stream.GiveUp();
            if (!stream.Finish(reply.Content, reply.Card))
                return false;
            var card = reply.Card;
            while (true)
            {
                var answer = await connection.OrderAsync(SocketOrder.Respond, request, AiBotBody.OfStream(stream.Id, reply.Content, true, card), cancellationToken);
                switch (answer.ErrorCode)
                {
                    case null or 0:
                        return true;
                    case SocketCode.Busy or SocketCode.TooOften or SocketCode.TooOftenThere:
                        throw Later(answer);
                    case SocketCode.RequestGone or SocketCode.StreamGone:
                        return false;
                }
                Log.Refused(logger, answer.ErrorCode.Value);
                if (card is null)
                    return false;
                card = null; // the answer matters more
            }
        }
        finally
        {
            stream.Turn.Release();
        }
    }

    private async Task SendAsync(string chat, AiBotBody body, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(chat, cancellationToken);
        var answer = await connection.OrderAsync(SocketOrder.Send, AiBotSocket.NewName(SocketOrder.Send), body, cancellationToken);
        switch (answer.ErrorCode)
        {
            case null or 0:
                return;
            case SocketCode.Busy or SocketCode.TooOften or SocketCode.TooOftenThere:
                throw Later(answer);
            default:
                throw DeliveryException.Never(string.Create(CultureInfo.InvariantCulture, $"WeCom refuses the message ({answer.ErrorCode})"));
        }
    }

    private async Task TrySendCardAsync(string chat, TemplateCard card, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(chat, AiBotBody.OfNewCard(card, chat), cancellationToken);
        }
        catch (DeliveryException e)
        {
            // The answer is there, and says where to read on; it must not be sent twice for a card's sake.
            Log.NoCard(logger, e.Message);
        }
    }

    private static DeliveryException Later(SocketFrame answer) => DeliveryException.NotNow(
        string.Create(CultureInfo.InvariantCulture, $"WeCom wants fewer messages ({answer.ErrorCode})"), answer.ErrorCode == SocketCode.Busy ? null : s_pauseWhenTooOften);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "WeCom refused the end of a stream ({Code}); it is sent more simply")]
        public static partial void Refused(ILogger logger, int code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A card was left out: {Problem}")]
        public static partial void NoCard(ILogger logger, string problem);
    }
}
