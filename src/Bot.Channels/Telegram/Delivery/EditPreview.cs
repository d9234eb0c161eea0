using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Sends a message with what there is and edits it as more comes: for groups, and servers without drafts.</summary>
/// <param name="placed">Told the message's id as soon as it is there, so that a restart can go on with it.</param>
internal sealed partial class EditPreview(
    ITelegramBotClient bot, MessageTarget target, Func<long, CancellationToken, Task> placed, ILogger logger) : IAnswerPreview
{
    private static readonly LinkPreviewOptions NoPreview = new(IsDisabled: true);
    private string? _shown;
    private bool _isLost;

    // Edits count as messages: about 20 a minute in a group.
    public TimeSpan Interval => target.IsPrivate ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(5);

    public TimeSpan? Life => null;

    public long? Placeholder { get; private set; }

    public async Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        if (_isLost || text == _shown)
            return;
        try
        {
            if (Placeholder is { } message)
                await bot.SendRequest(
                    new EditMessageTextRequest { ChatId = target.ChatId, MessageId = message, Text = text, LinkPreviewOptions = NoPreview, IsPassing = true },
                    cancellationToken);
            else
                await PlaceAsync(text, cancellationToken);
            _shown = text;
        }
        catch (TelegramException e)
        {
            // Whether a first message is there may not be known; another one would be one too many.
            _isLost = Placeholder is null || e.Kind is TelegramFailure.EditTargetMissing;
            if (e.Kind is TelegramFailure.EditTargetMissing)
                Placeholder = null;
            Log.LeftOut(logger, e.Kind);
        }
    }

    private async Task PlaceAsync(string text, CancellationToken cancellationToken)
    {
        var message = await bot.SendRequest(
            new SendMessageRequest
            {
                ChatId = target.ChatId,
                MessageThreadId = target.WireThread,
                Text = text,
                LinkPreviewOptions = NoPreview,
                ReplyParameters = target.WireReply,
            },
            cancellationToken);
        Placeholder = message.MessageId;
        await placed(message.MessageId, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A look at an answer in the making was left out: {Kind}")]
        public static partial void LeftOut(ILogger logger, TelegramFailure kind);
    }
}
