using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Asks Telegram for updates, one long poll after the other. An update is acknowledged by the poll after it was stored.</summary>
internal sealed partial class UpdatePolling(
    ITelegramBotClient bot, UpdateIntake intake, TelegramSoundness soundness, TimeProvider time, ILogger<UpdatePolling> logger)
{
    // The longest that the server waits.
    private const int LongPollSeconds = 50;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    /// <returns>When it is cancelled.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long? next = null;
        var wait = s_firstWait;
        var isRefused = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var updates = await bot.SendRequest(
                    new GetUpdatesRequest { Offset = next, Limit = 100, Timeout = LongPollSeconds, AllowedUpdates = UpdateReader.Kinds }, cancellationToken);
                soundness.Note(null);
                (wait, isRefused) = (s_firstWait, false);
                if (updates.Length == 0)
                    continue;
                await intake.TakeAsync(updates, cancellationToken);
                next = updates.Max(u => u.UpdateId) + 1;
            }
            catch (TelegramException e) when (e.Kind is TelegramFailure.WrongToken)
            {
                soundness.Note(e);
                if (!isRefused)
                    Log.TokenRefused(logger, e.Message, TelegramSoundness.RefusedTokenWait);
                isRefused = true;
                await Task.Delay(TelegramSoundness.RefusedTokenWait, time, cancellationToken);
            }
            catch (TelegramException e) when (e.Kind is TelegramFailure.WebhookActive)
            {
                await TakeOverAsync(cancellationToken);
            }
            catch (TelegramException e)
            {
                soundness.Note(e);
                Log.Failed(logger, e.Message, wait);
                await Task.Delay(e.RetryAfter ?? (wait * (0.75 + (Random.Shared.NextDouble() / 2))), time, cancellationToken);
                wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Not stored, so not acknowledged: the same updates come again.
                Log.NotStored(logger, e, wait);
                await Task.Delay(wait, time, cancellationToken);
                wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            }
        }
    }

    // A webhook from before: the settings say that updates are asked for.
    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        try
        {
            await bot.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = false }, cancellationToken);
            Log.WebhookRemoved(logger);
        }
        catch (TelegramException e)
        {
            soundness.Note(e);
            Log.Failed(logger, e.Message, s_firstWait);
            await Task.Delay(s_firstWait, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refuses the token: asked again only every {Wait}. {Problem}")]
        public static partial void TokenRefused(ILogger logger, string problem, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Asking Telegram for updates failed, the next try is in about {Wait}: {Problem}")]
        public static partial void Failed(ILogger logger, string problem, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Error, Message = "Updates could not be stored; they are asked for again in {Wait}")]
        public static partial void NotStored(ILogger logger, Exception exception, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was set for this bot; it was removed, as Telegram:Webhook:Url is empty")]
        public static partial void WebhookRemoved(ILogger logger);
    }
}
