using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>
/// Takes what WeCom tells the bot, whichever way it came. Messages are stored and worked on; what has to be answered within seconds
/// (an opened chat, a tapped card, a stream that is asked about) is answered here.
/// </summary>
/// <param name="work">The AI bot's.</param>
internal sealed class AiBotIntake(
    ChatWork work, QuestionTurns turns, ChatJournal journal, StreamBoard board, IAiBotDelivery delivery, ChatDesk desk, CardWriting cards, AiBotWelcome welcome, AiBotFeedback feedback, TimeProvider time)
{
    private static readonly StreamSight s_answeredBefore = new("已经回答过，请重新提问。 / Answered already; please ask again.", IsFinished: true, null);

    private static readonly StreamSight s_waiting = new(ShownStream.Searching, IsFinished: false, null);

    private static readonly StreamSight s_unknown = new("这个问题没有记下，请再问一次。 / This question is not known any more; please ask again.", IsFinished: true, null);

    /// <param name="requestId">What a reply names, when the message came through the connection; else null.</param>
    /// <returns>What to reply at once; null: nothing. Once this returns, WeCom may forget the message.</returns>
    public Task<AiBotBody?> TakeAsync(AiBotMessage message, string? requestId, CancellationToken cancellationToken) => message switch
    {
        { MsgType: "stream" } => LookAsync(message.Stream?.Id, cancellationToken),
        { Event: { EventType: "enter_chat" } } => WelcomeAsync(message, cancellationToken),
        { Event: { Feedback: { } opinion } } => NoteAsync(opinion, cancellationToken),
        { Event: { Card: not null } } => TapAsync(message, requestId, cancellationToken),
        { Event: not null } => Task.FromResult<AiBotBody?>(null),
        _ => AskAsync(message, requestId, cancellationToken),
    };

    private async Task<AiBotBody?> AskAsync(AiBotMessage message, string? requestId, CancellationToken cancellationToken)
    {
        if (AiBotReader.EventOf(new AiBotEvent(requestId, message)) is not { Subject: { } id } said)
            return null;
        if (board.Find(id) is { } shown)
            return shown.Look(time.GetUtcNow()).ToBody(id); // delivered again
        if ((await journal.ReceiptsAsync(id, cancellationToken)).Count > 0)
            return s_answeredBefore.ToBody(id);
        var stream = board.Open(id, time.GetUtcNow());
        try
        {
            if (!await turns.TryTakeAsync(said, cancellationToken))
            {
                board.Remove(stream);
                return new StreamSight(QuestionTurns.Words(LanguageOf(message)), IsFinished: true, null).ToBody(id);
            }
        }
        catch
        {
            // It is not stored: WeCom delivers it again.
            board.Remove(stream);
            throw;
        }
        delivery.Begin(stream, requestId);
        return stream.Look(time.GetUtcNow()).ToBody(id);
    }

    private ChatLanguage LanguageOf(AiBotMessage message) =>
        AiBotReader.Read(message, 0, time.GetUtcNow()) is { Request: var request } ? request.LanguageOf(request.Text) : ChatLanguage.Chinese;

    private async Task<AiBotBody?> LookAsync(string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id))
            return null;
        if (board.Find(id) is { } shown)
            return shown.Look(time.GetUtcNow()).ToBody(id);
        if ((await journal.ReceiptsAsync(id, cancellationToken)).Count > 0)
            return s_answeredBefore.ToBody(id);
        // After a start the work on what was open may not have reached it yet.
        var isOpen = (await journal.OpenEventsAsync(cancellationToken)).Any(e => e.Event.Subject == id)
            || (await journal.OpenRepliesAsync(cancellationToken)).Count > 0;
        return (isOpen ? s_waiting : s_unknown).ToBody(id);
    }

    private async Task<AiBotBody?> WelcomeAsync(AiBotMessage message, CancellationToken cancellationToken) =>
        AiBotReader.Read(message, 0, time.GetUtcNow()) is { } incoming && await welcome.WriteAsync(incoming.Request, cancellationToken) is { } words
            ? AiBotBody.OfText(words)
            : null;

    private async Task<AiBotBody?> NoteAsync(AiBotMessage.Opinion opinion, CancellationToken cancellationToken)
    {
        await feedback.NoteAsync(opinion, cancellationToken);
        return null;
    }

    private async Task<AiBotBody?> TapAsync(AiBotMessage message, string? requestId, CancellationToken cancellationToken)
    {
        if (AiBotReader.Read(message, 0, time.GetUtcNow()) is not AiBotIncoming.Tapped { TaskId.Length: > 0 } tap || AiBotReader.EventOf(new(requestId, message)) is not { } said)
            return null;
        var (request, language) = (tap.Request, tap.Request.LanguageOf(tap.Key?.Label ?? ""));
        if (tap.Key is { Press: ButtonPress.FollowUp } asked)
        {
            await work.TakeAsync([said], cancellationToken);
            return AiBotBody.OfCard(CardWriting.Asked(asked, tap.TaskId, language));
        }
        switch (await desk.PressAsync(request, tap.Key?.Press, null, null, cancellationToken))
        {
            case ChatOutput.Opened opened when tap.Key is { } key:
                if (!CardWriting.IsWhole(opened))
                    await work.TakeAsync([said], cancellationToken); // the whole of it as a message
                return AiBotBody.OfCard(cards.Opened(opened, key, tap.TaskId, language));
            case ChatOutput.Notice notice:
                return AiBotBody.OfCard(CardWriting.Said(notice.Text, tap.Key, tap.TaskId, language));
            default:
                return null;
        }
    }
}
