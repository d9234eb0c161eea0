using Bot.Answers;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary>
/// The course of every event on every platform: stored, answered in its lane, the replies noted, then sent. Whatever step a process
/// ends at, the next one goes on from there.
/// </summary>
/// <param name="journal">The platform's.</param>
/// <param name="directory">The platform's.</param>
/// <param name="lanes">Whoever gives them waits for them before the journal is closed.</param>
internal sealed partial class ChatWork(
    IChatPlatform platform, ChatJournal journal, ChatDirectory directory, ChatLanes lanes, TimeProvider time, ILogger<ChatWork> logger)
{
    private static readonly TimeSpan s_newsEvery = TimeSpan.FromSeconds(5);

    private readonly JournalPatience _patience = new(time, logger);
    private readonly ReplySending _sending = new(platform, journal, directory, time, logger);

    /// <summary>Why messages wait to be sent, for the platform's <see cref="ISoundness"/>; null: they are sent.</summary>
    public string? SendingProblem => _sending.Problem;

    /// <summary>Stores events, leaving out what was delivered before, and sets the work on them going. Once it returns, the platform may forget them.</summary>
    public async Task TakeAsync(IReadOnlyList<ChatEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
            Queue(await journal.ReceiveAsync(events, cancellationToken));
    }

    /// <summary>Goes on with what an earlier process left.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        // What was promised comes before what is new.
        Queue(await journal.OpenRepliesAsync(cancellationToken));
        Queue(await journal.OpenEventsAsync(cancellationToken));
    }

    /// <summary>Announces new reports as they come, until it is cancelled.</summary>
    public async Task TellNewsAsync(ReportNews news, CancellationToken cancellationToken)
    {
        var isFailing = false;
        try
        {
            while (true)
            {
                try
                {
                    Queue(await news.AnnounceAsync(cancellationToken));
                    isFailing = false;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // An index that can't be reached is told of once.
                    if (!isFailing)
                        Log.NewsFailed(logger, e);
                    isFailing = true;
                }
                await Task.Delay(s_newsEvery, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private void Queue(IReadOnlyList<OpenEvent> events)
    {
        foreach (var open in events)
            lanes.Add(open.Event.Lane, stop => SeenThroughAsync(open.Number, () => HandleAsync(open, stop)));
    }

    private void Queue(IReadOnlyList<OpenReply> replies)
    {
        foreach (var reply in replies)
            lanes.Add(reply.Lane, stop => SeenThroughAsync(reply.Event, () => _sending.SendAsync(reply, stop)));
    }

    private async Task HandleAsync(OpenEvent open, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChatReply> replies;
        try
        {
            replies = await platform.AnswerAsync(open, cancellationToken);
        }
        // One message that can't be answered must not keep others from it.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, e, open.Number);
            replies = platform.Apologize(open, ApologyFor(e));
        }
        foreach (var reply in await _patience.UntilDoneAsync(() => journal.AnswerAsync(open.Number, replies, cancellationToken), cancellationToken))
            await _sending.SendAsync(reply, cancellationToken);
    }

    private async Task SeenThroughAsync(long? number, Func<Task> work)
    {
        try
        {
            await work();
        }
        // A fault of ours, or the end of the program: what the journal holds stays open, and the next start goes on with it.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LeftOpen(logger, e, number);
        }
    }

    private static string ApologyFor(Exception cause) => cause is IndexUnavailableException
        ? "报告库暂时连不上，恢复后请再问一次；管理员可在 /readyz 看到原因。 / The reports can't be reached right now; please ask again in a while."
        : "抱歉，暂时无法回答，请稍后再问。 / Sorry, I can't answer right now; please ask again later.";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Event {Number} could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception, long number);

        [LoggerMessage(Level = LogLevel.Error, Message = "Event {Number} could not be brought to an end; the next start tries again")]
        public static partial void LeftOpen(ILogger logger, Exception exception, long? number);

        [LoggerMessage(Level = LogLevel.Error, Message = "New reports could not be announced; tried again every few seconds")]
        public static partial void NewsFailed(ILogger logger, Exception exception);
    }
}
