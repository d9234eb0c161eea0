using Microsoft.Extensions.Logging;

namespace Bot.Channels.WeCom;

/// <summary>Takes what comes through the connection: messages are stored before the next frame is read, the rest is answered on its own.</summary>
internal sealed partial class SocketIntake(AiBotIntake intake, AiBotConnection connection, ChatLanes lanes, ILogger<SocketIntake> logger, CancellationToken stopping)
{
    public async Task TakeAsync(SocketFrame frame)
    {
        if (frame is not { Headers.RequestId: { } request, Body: { } message })
            return;
        if (message.Event is { } happened)
        {
            var command = happened.EventType == "enter_chat" ? SocketOrder.Welcome : SocketOrder.Update;
            lanes.Add($"event:{request}", stop => AnswerAsync(() => intake.TakeAsync(message, request, stop), command, request, stop));
            return;
        }
        var reply = await intake.TakeAsync(message, request, stopping);
        // A stream that was begun is pushed by itself; one that ends at once isn't.
        if (reply is { Stream.IsFinished: true })
            lanes.Add($"event:{request}", stop => AnswerAsync(() => Task.FromResult<AiBotBody?>(reply), SocketOrder.Respond, request, stop));
    }

    private async Task AnswerAsync(Func<Task<AiBotBody?>> make, string command, string request, CancellationToken cancellationToken)
    {
        try
        {
            if (await make() is { } reply && await connection.OrderAsync(command, request, reply, cancellationToken) is { ErrorCode: not (null or 0) } answer)
                Log.Refused(logger, command, answer.ErrorCode.Value);
        }
        // A welcome or a card's new state is worth nothing later.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e, command);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "WeCom refused {Command} ({Code})")]
        public static partial void Refused(ILogger logger, string command, int code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} could not be carried out")]
        public static partial void Failed(ILogger logger, Exception exception, string command);
    }
}
