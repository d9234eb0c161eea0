using System.Collections.Concurrent;
using System.Globalization;
using Bot.Answers;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.Telegram;

/// <summary>Answers one event of the journal, showing the answer while it is made.</summary>
internal sealed partial class EventAnswering(
    ChatDesk desk,
    UpdateReader reader,
    ChatJournal journal,
    ChatDirectory directory,
    ITelegramBotClient bot,
    MessageWriting writing,
    ChatMoving moving,
    TimeProvider time,
    ILogger<EventAnswering> logger)
{
    private readonly StreamedAnswer _streamed = new(time);
    private readonly ConcurrentDictionary<(long Chat, long Draft), CancellationTokenSource> _making = new();

    /// <summary>Ends the making of an answer that the person stopped. The draft is named by the event's number.</summary>
    public void Stop(long chat, long draft)
    {
        if (_making.TryGetValue((chat, draft), out var making))
            making.Cancel();
    }

    public async Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken)
    {
        switch (reader.Read(open))
        {
            case Incoming.Said said:
                return await HearAsync(open, said, cancellationToken);
            case Incoming.Unreadable { Request: var request, What: var what } unreadable:
                return Write(request, unreadable.MessageId, new ChatOutput.Notice(request.LanguageOf("").Say(
                    $"我还看不懂{what}，请用文字提问，例如写明地区、年份和想知道的数字。", "I can only read text: please ask in words, naming the place and the year.")));
            case Incoming.Pressed pressed:
                return await PressAsync(open, pressed, cancellationToken);
            case Incoming.Added { Request: var request }:
                return Write(request, null, await desk.GreetAsync(request, cancellationToken));
            case Incoming.Moved moved:
                await moving.MoveAsync(moved.From, moved.To, cancellationToken);
                return [];
            case Incoming.Removed removed:
                await directory.UnsubscribeAsync(TelegramNames.Of(removed.Chat), cancellationToken);
                return [];
            default:
                return [];
        }
    }

    private async Task<IReadOnlyList<ChatReply>> HearAsync(OpenEvent open, Incoming.Said said, CancellationToken cancellationToken)
    {
        var request = said.Request;
        var target = TargetOf(request.Place, said.MessageId);
        // A question that was edited, or cut short by a restart while its answer was shown: that answer is replaced.
        var replaced = open.Event.Subject is { } subject ? await ReceiptsAsync(subject, cancellationToken) : [];
        var output = await MakeAsync(
            open, target, replaced,
            (read, stop) => desk.HearAsync(request, read, stop),
            cancellationToken);
        if (open.Event.Subject is { } about)
            replaced = await ReceiptsAsync(about, cancellationToken); // now with what was shown meanwhile
        return writing.Write(output, request.LanguageOf(request.Text), request.Place.Lane, target, replaced);
    }

    private async Task<IReadOnlyList<ChatReply>> PressAsync(OpenEvent open, Incoming.Pressed pressed, CancellationToken cancellationToken)
    {
        var (request, isVote, isChoice) = (pressed.Request, pressed.Press is ButtonPress.Vote, pressed.Press is ButtonPress.Choose);
        if (!isVote && !isChoice)
            await FlashAsync(pressed.QueryId, null, cancellationToken);
        var target = TargetOf(request.Place, pressed.MessageId);
        var output = await MakeAsync(
            open, target, [],
            (read, stop) => desk.PressAsync(request, pressed.Press, pressed.Label, read, stop),
            cancellationToken);
        if (isVote)
        {
            await FlashAsync(pressed.QueryId, (output as ChatOutput.Notice)?.Text, cancellationToken);
            return [];
        }
        if (isChoice)
        {
            await FlashAsync(pressed.QueryId, (output as ChatOutput.Flash)?.Text, cancellationToken);
            // What was chosen in takes the place of its message, so that a dialogue is one message.
            return output is ChatOutput.Flash or ChatOutput.Silent ? [] : writing.Write(output, request.LanguageOf(""), request.Place.Lane, target, [pressed.MessageId]);
        }
        // What a button asked was said by nobody, so it stands above its answer.
        var shown = pressed.Press is ButtonPress.FollowUp && output is ChatOutput.Answered answered
            ? answered with { Answer = answered.Answer with { Text = $"{pressed.Label}\n\n{answered.Answer.Text}" } }
            : output;
        return writing.Write(shown, request.LanguageOf(pressed.Label ?? ""), request.Place.Lane, target, []);
    }

    private async Task<ChatOutput> MakeAsync(
        OpenEvent open, MessageTarget target, IReadOnlyList<long> replaced, Func<AnswerReading?, CancellationToken, Task<ChatOutput>> make, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _making[(target.ChatId, open.Number)] = stop;
        try
        {
            await using var typing = TypingSign.Begin(bot, target, time, stop.Token);
            return await make(replaced.Count > 0 ? null : Reading(open, target), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ChatOutput.Notice("已停止。 / Stopped.");
        }
        finally
        {
            _making.TryRemove((target.ChatId, open.Number), out _);
        }
    }

    // An answer that is shown while it is made leaves a message behind where drafts can't be: the journal must know of it.
    private AnswerReading Reading(OpenEvent open, MessageTarget target)
    {
        var edits = new EditPreview(
            bot, target, (message, stop) => journal.NoteAsync(open.Number, TelegramNames.Of(message), stop), logger);
        IAnswerPreview preview = target.IsPrivate ? new DraftPreview(bot, target, open.Number, edits) : edits;
        return (parts, stop) => _streamed.ReadAsync(parts, preview, stop);
    }

    private async Task FlashAsync(string queryId, string? text, CancellationToken cancellationToken)
    {
        try
        {
            await bot.SendRequest(new AnswerCallbackQueryRequest { CallbackQueryId = queryId, Text = text?[..Math.Min(text.Length, 200)] }, cancellationToken);
        }
        catch (TelegramException e)
        {
            // Too late, or no connection: the button merely stops turning by itself.
            Log.NotFlashed(logger, e.Kind);
        }
    }

    private async Task<IReadOnlyList<long>> ReceiptsAsync(string subject, CancellationToken cancellationToken) =>
        [.. (await journal.ReceiptsAsync(subject, cancellationToken)).Select(TelegramNames.Parse)];

    private IReadOnlyList<ChatReply> Write(ChatRequest request, long? replyTo, ChatOutput output) =>
        writing.Write(output, request.LanguageOf(""), request.Place.Lane, TargetOf(request.Place, replyTo), []);

    private static MessageTarget TargetOf(ChatPlace place, long? replyTo)
    {
        var isPrivate = place.Kind is ChatKind.Private;
        return new MessageTarget(
            TelegramNames.Parse(place.Chat), isPrivate, place.Thread is { } thread ? long.Parse(thread, CultureInfo.InvariantCulture) : null, isPrivate ? null : replyTo);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A press of a button was not acknowledged: {Kind}")]
        public static partial void NotFlashed(ILogger logger, TelegramFailure kind);
    }
}
