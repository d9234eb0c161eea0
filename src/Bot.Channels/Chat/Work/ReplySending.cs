using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary>
/// Sends what the journal holds and notes what became of it. A message that the platform can't take now is tried until it can; one
/// whose answer got lost is sent again, so that it may appear twice rather than not at all.
/// </summary>
internal sealed partial class ReplySending(
    IChatPlatform platform, ChatJournal journal, ChatDirectory directory, TimeProvider time, ILogger<ChatWork> logger)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    // When the program is told to end, a message under way is seen through: cut off, nobody would know whether it arrived.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1.5);

    private readonly SendingHealth _health = new();
    private readonly JournalPatience _patience = new(time, logger);

    /// <inheritdoc cref="SendingHealth.Problem"/>
    public string? Problem => _health.Problem;

    public async Task SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var ending = cancellationToken.Register(() => end.CancelAfter(s_grace));
        for (var wait = s_firstWait; ; wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _patience.UntilDoneAsync(() => journal.BeginAsync(reply.Number, cancellationToken), cancellationToken);
            try
            {
                var receipt = await platform.SendAsync(reply, end.Token);
                // It is said: were that lost, it would be said again.
                await _patience.UntilDoneAsync(() => journal.SentAsync(reply.Number, receipt, CancellationToken.None), cancellationToken);
                _health.NoteReached();
                return;
            }
            catch (DeliveryException e) when (!e.IsFinal)
            {
                if (!e.IsUncertain)
                    await _patience.UntilDoneAsync(() => journal.PutBackAsync(reply.Number, cancellationToken), cancellationToken);
                Log.Waiting(logger, _health.Note(e) ? LogLevel.Warning : LogLevel.Debug, e.Message, e.RetryAfter ?? wait);
                await Task.Delay(e.RetryAfter ?? Jittered(wait), time, cancellationToken);
            }
            catch (DeliveryException e)
            {
                _health.NoteReached();
                await GiveUpAsync(reply, e, cancellationToken);
                return;
            }
        }
    }

    private async Task GiveUpAsync(OpenReply reply, DeliveryException cause, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, reply.Number, cause.Message);
        await _patience.UntilDoneAsync(() => journal.GiveUpAsync(reply.Number, cause.Message, cancellationToken), cancellationToken);
        if (cause.ChatIsGone)
            await directory.UnsubscribeAsync(reply.Lane, cancellationToken);
    }

    private static TimeSpan Jittered(TimeSpan wait) => wait * (0.75 + (Random.Shared.NextDouble() / 2));

    private static partial class Log
    {
        [LoggerMessage(Message = "A message waits, and is tried again in about {Wait}: {Reason}")]
        public static partial void Waiting(ILogger logger, LogLevel level, string reason, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Number} of the journal was given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, long number, string reason);
    }
}
