using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>
/// Sends a rendered answer so that it arrives: what Telegram refuses (markup, a topic that is gone, a button's address) is left out
/// and the rest sent. Only refusals are followed by another attempt, never a lost answer, which could have been carried out.
/// </summary>
internal sealed partial class AnswerDelivery(ITelegramBotClient bot, ILogger<AnswerDelivery> logger)
{
    private static readonly LinkPreviewOptions NoPreview = new(IsDisabled: true);

    /// <summary>What may still be asked of Telegram for one message.</summary>
    private sealed record Form(bool IsHtml, long? Thread, ReplyParameters? Reply, InlineKeyboardMarkup? Keyboard);

    /// <param name="replace">A message of the bot's own that the first message takes the place of; null: it is sent anew.</param>
    /// <param name="from">Index of the first message to send: those before were sent earlier.</param>
    /// <param name="sent">Told of each message (index, message id) before the next one is sent, so that it can be kept.</param>
    /// <exception cref="TelegramException">A message could not be sent; those before it were.</exception>
    public async Task DeliverAsync(
        RenderedAnswer answer, MessageTarget target, long? replace, int from, Func<int, long, CancellationToken, Task> sent, CancellationToken cancellationToken)
    {
        for (var index = from; index < answer.Messages.Length; index++)
        {
            var message = answer.Messages[index];
            var form = new Form(
                IsHtml: true, target.WireThread, index == 0 ? target.WireReply : null, index == answer.Messages.Length - 1 ? answer.Keyboard : null);
            var id = index == 0 && replace is { } old
                ? await ReplaceAsync(message, target.ChatId, old, form, cancellationToken)
                : await SendAsync(message, target.ChatId, form, cancellationToken);
            await sent(index, id, cancellationToken);
        }
    }

    private async Task<long> ReplaceAsync(RenderedMessage message, long chat, long old, Form form, CancellationToken cancellationToken)
    {
        try
        {
            return await InSomeFormAsync(form, f => EditOf(message, chat, old, f), cancellationToken);
        }
        catch (TelegramException e) when (e.Kind is TelegramFailure.NotModified)
        {
            return old;
        }
        catch (TelegramException e) when (e.Kind is TelegramFailure.EditTargetMissing)
        {
            return await SendAsync(message, chat, form, cancellationToken);
        }
    }

    private Task<long> SendAsync(RenderedMessage message, long chat, Form form, CancellationToken cancellationToken) =>
        InSomeFormAsync(form, f => SendingOf(message, chat, f), cancellationToken);

    private async Task<long> InSomeFormAsync(Form form, Func<Form, RequestBase<Message>> request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return (await bot.SendRequest(request(form), cancellationToken)).MessageId;
            }
            catch (TelegramException e) when (Without(form, e.Kind) is { } simpler)
            {
                Log.Simplified(logger, e.Kind, e.Description);
                form = simpler;
            }
        }
    }

    // Each step takes something away, so there are few.
    private static Form? Without(Form form, TelegramFailure refusal) => refusal switch
    {
        TelegramFailure.CannotParse or TelegramFailure.TextTooLong when form.IsHtml => form with { IsHtml = false },
        TelegramFailure.ThreadMissing when form.Thread is not null => form with { Thread = null },
        TelegramFailure.ReplyTargetMissing when form.Reply is not null => form with { Reply = null },
        TelegramFailure.Invalid when form.Keyboard is { } keyboard => form with { Keyboard = WithoutLinks(keyboard) },
        TelegramFailure.Invalid when form.IsHtml => form with { IsHtml = false },
        _ => null,
    };

    // An address that Telegram doesn't take (a machine's name without a dot) is the likeliest fault; the other buttons go next.
    private static InlineKeyboardMarkup? WithoutLinks(InlineKeyboardMarkup keyboard)
    {
        ImmutableArray<InlineKeyboardButton[]> rows =
            [.. keyboard.InlineKeyboard.Select(row => row.Where(b => b.Url is null).ToArray()).Where(row => row.Length > 0)];
        return rows.IsEmpty || rows.Sum(row => row.Length) == keyboard.InlineKeyboard.Sum(row => row.Length) ? null : new([.. rows]);
    }

    private static SendMessageRequest SendingOf(RenderedMessage message, long chat, Form form) => new()
    {
        ChatId = chat,
        MessageThreadId = form.Thread,
        Text = form.IsHtml ? message.Html : message.Plain,
        ParseMode = form.IsHtml ? TelegramMarkup.ParseMode : null,
        LinkPreviewOptions = NoPreview,
        ReplyParameters = form.Reply,
        ReplyMarkup = form.Keyboard,
    };

    private static EditMessageTextRequest EditOf(RenderedMessage message, long chat, long old, Form form) => new()
    {
        ChatId = chat,
        MessageId = old,
        Text = form.IsHtml ? message.Html : message.Plain,
        ParseMode = form.IsHtml ? TelegramMarkup.ParseMode : null,
        LinkPreviewOptions = NoPreview,
        ReplyMarkup = form.Keyboard,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused a message's form ({Kind}: {Description}); it is sent more simply")]
        public static partial void Simplified(ILogger logger, TelegramFailure kind, string description);
    }
}
