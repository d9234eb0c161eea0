namespace Bot.Channels.Telegram;

/// <summary>
/// Shows the answer as a draft (sendMessageDraft; private chats only), which leaves no message behind. A server that doesn't take
/// drafts gets edits instead.
/// </summary>
/// <param name="draft">Not 0; different for answers in the making at the same time in one chat.</param>
internal sealed class DraftPreview(ITelegramBotClient bot, MessageTarget target, long draft, EditPreview otherwise) : IAnswerPreview
{
    private bool _isRefused;

    public TimeSpan Interval => _isRefused ? otherwise.Interval : TimeSpan.FromSeconds(1.5);

    // A draft is shown for 30 seconds.
    public TimeSpan? Life => _isRefused ? otherwise.Life : TimeSpan.FromSeconds(20);

    public long? Placeholder => otherwise.Placeholder;

    public async Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        if (!_isRefused)
        {
            try
            {
                await bot.SendRequest(
                    new SendMessageDraftRequest { ChatId = target.ChatId, MessageThreadId = target.WireThread, DraftId = draft, Text = text, CanStop = true },
                    cancellationToken);
                return;
            }
            catch (TelegramException e) when (e.IsUncertain || e.Kind is TelegramFailure.RateLimited or TelegramFailure.Unreachable)
            {
                // The next look may get through.
                return;
            }
            catch (TelegramException)
            {
                _isRefused = true;
            }
        }
        await otherwise.ShowAsync(text, cancellationToken);
    }
}
