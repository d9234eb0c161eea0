using Bot.Retrieval;

namespace Bot.Channels.Telegram;

/// <summary>Takes updates in, whichever way they came. Once it returns, Telegram may forget them.</summary>
internal sealed class UpdateIntake(ChatWork work, ChatLanes lanes, EventAnswering answering, InlineAnswers inline)
{
    public async Task TakeAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        foreach (var stopped in updates.Select(u => u.StoppedMessageGeneration).OfType<StoppedMessageGeneration>())
            answering.Stop(stopped.Chat.Id, stopped.DraftId);
        await work.TakeAsync([.. updates.Select(UpdateReader.EventOf).OfType<ChatEvent>()], cancellationToken);
        // Not stored: after half a minute nobody waits for it any more.
        foreach (var query in updates.Select(u => u.InlineQuery).OfType<InlineQuery>())
            lanes.Add($"inline:{query.From.Id}", stop => inline.AnswerAsync(query, stop));
    }
}
