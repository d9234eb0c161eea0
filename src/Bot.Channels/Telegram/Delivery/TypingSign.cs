namespace Bot.Channels.Telegram;

/// <summary>Shows that the bot is at work until it is disposed. Not for channels.</summary>
internal sealed class TypingSign : IAsyncDisposable
{
    // Telegram shows it for 5 seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4.5);

    private readonly CancellationTokenSource _end;
    private readonly Task _showing;

    private TypingSign(ITelegramBotClient bot, MessageTarget target, TimeProvider time, CancellationToken cancellationToken)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _showing = ShowAsync(bot, target, time, _end.Token);
    }

    public static TypingSign Begin(ITelegramBotClient bot, MessageTarget target, TimeProvider time, CancellationToken cancellationToken) =>
        new(bot, target, time, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _showing;
        _end.Dispose();
    }

    private static async Task ShowAsync(ITelegramBotClient bot, MessageTarget target, TimeProvider time, CancellationToken end)
    {
        var sign = new SendChatActionRequest { ChatId = target.ChatId, MessageThreadId = target.WireThread };
        try
        {
            while (true)
            {
                try
                {
                    await bot.SendRequest(sign, end);
                }
                catch (TelegramException)
                {
                    // Only a sign: the answer itself will tell what is wrong.
                }
                await Task.Delay(Interval, time, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Its end.
        }
    }
}
