using System.Text.Json;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>
/// Sends what the journal holds and notes what became of it. A message that Telegram can't take now is tried until it can; one
/// whose answer got lost is sent again, so that it may appear twice rather than not at all.
/// </summary>
internal sealed partial class MessageSending(
    ITelegramBotClient bot, AnswerDelivery delivery, ChatJournal journal, ChatDirectory directory, TimeProvider time, ILogger<MessageSending> logger)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    // When the program is told to end, a message under way is seen through: cut off, nobody would know whether it arrived.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1.5);

    public async Task SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        OutgoingMessage message;
        try
        {
            message = OutgoingMessage.Read(reply.Body);
        }
        catch (JsonException e)
        {
            Log.Unreadable(logger, e, reply.Number);
            await journal.GiveUpAsync(reply.Number, "unreadable", cancellationToken);
            return;
        }
        var wait = s_firstWait;
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var ending = cancellationToken.Register(() => end.CancelAfter(s_grace));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await journal.BeginAsync(reply.Number, cancellationToken);
            try
            {
                var receipt = await HandOverAsync(message, end.Token);
                await journal.SentAsync(reply.Number, receipt is { } id ? TelegramNames.Of(id) : null, CancellationToken.None);
                return;
            }
            catch (TelegramException e) when (e.MigrateToChatId is { } to)
            {
                await journal.PutBackAsync(reply.Number, cancellationToken);
                await MoveAsync(message.Target.ChatId, to, cancellationToken);
                message = message with { Target = message.Target with { ChatId = to }, Replace = null };
            }
            catch (TelegramException e) when (IsForNow(e))
            {
                if (!e.IsUncertain)
                    await journal.PutBackAsync(reply.Number, cancellationToken);
                Log.Waiting(logger, e.Kind, wait);
                await Task.Delay(e.RetryAfter ?? Jittered(wait), time, cancellationToken);
                wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            }
            catch (TelegramException e)
            {
                Log.GivenUp(logger, e.Kind, e.Description);
                await journal.GiveUpAsync(reply.Number, e.Kind.ToString(), cancellationToken);
                if (e.Kind is TelegramFailure.Blocked or TelegramFailure.Kicked or TelegramFailure.Deactivated or TelegramFailure.ChatMissing)
                    await directory.UnsubscribeAsync(reply.Lane, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Follows a group to its new id.</summary>
    public async Task MoveAsync(long from, long to, CancellationToken cancellationToken)
    {
        await journal.MoveLaneAsync(TelegramNames.Of(from), TelegramNames.Of(to), cancellationToken);
        await directory.MoveAsync(TelegramNames.Of(from), TelegramNames.Of(to), cancellationToken);
        Log.Moved(logger);
    }

    private async Task<long?> HandOverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Message is null)
        {
            await DeleteAsync(message, cancellationToken);
            return null;
        }
        long? sent = null;
        await delivery.DeliverAsync(
            new RenderedAnswer([message.Message], message.Keyboard, IsCutShort: false), message.Target, message.Replace, from: 0,
            (_, id, _) =>
            {
                sent = id;
                return Task.CompletedTask;
            },
            cancellationToken);
        return sent;
    }

    private async Task DeleteAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await bot.SendRequest(
                new DeleteMessageRequest { ChatId = message.Target.ChatId, MessageId = message.Replace!.Value }, cancellationToken); // else there is nothing to do
        }
        catch (TelegramException e) when (e.Kind is TelegramFailure.Invalid or TelegramFailure.EditTargetMissing)
        {
            // Gone already, or too old to be deleted: it stays.
        }
    }

    // A wrong token is mended by a restart with the right one: until then everything waits.
    private static bool IsForNow(TelegramException e) =>
        e.IsUncertain || e.Kind is TelegramFailure.RateLimited or TelegramFailure.Unreachable or TelegramFailure.WrongToken;

    private static TimeSpan Jittered(TimeSpan wait) => wait * (0.75 + (Random.Shared.NextDouble() / 2));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Message {Number} of the journal can't be read and is left out")]
        public static partial void Unreadable(ILogger logger, Exception exception, long number);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A message to Telegram waits ({Kind}); tried again in about {Wait}")]
        public static partial void Waiting(ILogger logger, TelegramFailure kind, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A message to Telegram was given up ({Kind}): {Description}")]
        public static partial void GivenUp(ILogger logger, TelegramFailure kind, string description);

        [LoggerMessage(Level = LogLevel.Information, Message = "A group became a supergroup; its subscription and waiting messages go with it")]
        public static partial void Moved(ILogger logger);
    }
}
