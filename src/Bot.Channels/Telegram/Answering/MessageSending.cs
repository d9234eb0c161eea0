using System.Text.Json;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Hands messages of the journal over to Telegram.</summary>
internal sealed partial class MessageSending(ITelegramBotClient bot, AnswerDelivery delivery, ChatMoving moving, ILogger<MessageSending> logger)
{
    /// <exception cref="DeliveryException" />
    public async Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        var message = Read(reply);
        // The chat may have moved since it was written.
        if (TelegramNames.Read(reply.Lane).Chat is var chat && chat != message.Target.ChatId)
            message = Moved(message, chat);
        while (true)
        {
            try
            {
                return await HandOverAsync(message, cancellationToken) is { } id ? TelegramNames.Of(id) : null;
            }
            catch (TelegramException e) when (e.MigrateToChatId is { } to && to != message.Target.ChatId)
            {
                await moving.MoveAsync(message.Target.ChatId, to, cancellationToken);
                message = Moved(message, to);
            }
            catch (TelegramException e) when (IsForNow(e))
            {
                throw DeliveryException.NotNow(
                    e.Message, e.Kind is TelegramFailure.WrongToken ? TelegramSoundness.RefusedTokenWait : e.RetryAfter, e.IsUncertain, e);
            }
            catch (TelegramException e)
            {
                throw DeliveryException.Never(
                    e.Message, e.Kind is TelegramFailure.Blocked or TelegramFailure.Kicked or TelegramFailure.Deactivated or TelegramFailure.ChatMissing, e);
            }
        }
    }

    // Its messages of before can't be edited from there.
    private static OutgoingMessage Moved(OutgoingMessage message, long to) =>
        message with { Target = message.Target with { ChatId = to, ReplyTo = null }, Replace = null };

    private OutgoingMessage Read(OpenReply reply)
    {
        try
        {
            return OutgoingMessage.Read(reply.Body);
        }
        catch (JsonException e)
        {
            Log.Unreadable(logger, e, reply.Number);
            throw DeliveryException.Never("日志中的消息无法读取 / the message in the journal can't be read", inner: e);
        }
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

    private static bool IsForNow(TelegramException e) =>
        e.IsUncertain || e.Kind is TelegramFailure.RateLimited or TelegramFailure.Unreachable or TelegramFailure.WrongToken;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Message {Number} of the journal can't be read and is left out")]
        public static partial void Unreadable(ILogger logger, Exception exception, long number);
    }
}
