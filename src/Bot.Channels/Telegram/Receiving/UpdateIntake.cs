using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Stores updates, whichever way they came, and sets the work on them going. Once it returns, Telegram may forget them.</summary>
internal sealed partial class UpdateIntake(
    ChatJournal journal, ChatLanes lanes, EventHandling handling, InlineAnswers inline, ILogger<UpdateIntake> logger)
{
    public async Task TakeAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        foreach (var stopped in updates.Select(u => u.StoppedMessageGeneration).OfType<StoppedMessageGeneration>())
            handling.Stop(stopped.Chat.Id, stopped.DraftId);
        var events = updates.Select(UpdateReader.EventOf).OfType<ChatEvent>().ToList();
        if (events.Count > 0)
            Queue(await journal.ReceiveAsync(events, cancellationToken));
        // Not stored: after half a minute nobody waits for it any more.
        foreach (var query in updates.Select(u => u.InlineQuery).OfType<InlineQuery>())
            lanes.Add($"inline:{query.From.Id}", stop => inline.AnswerAsync(query, stop));
    }

    /// <summary>Sets the work on stored events going.</summary>
    public void Queue(IReadOnlyList<OpenEvent> events)
    {
        foreach (var open in events)
            lanes.Add(open.Event.Lane, stop => HandleAsync(open, stop));
    }

    private async Task HandleAsync(OpenEvent open, CancellationToken cancellationToken)
    {
        try
        {
            await handling.HandleAsync(open, cancellationToken);
        }
        // The journal itself failed (a full disk): the event stays open and is answered after a restart.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LeftOpen(logger, e, open.Number);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Event {Number} could not be brought to an end; the next start tries again")]
        public static partial void LeftOpen(ILogger logger, Exception exception, long number);
    }
}
