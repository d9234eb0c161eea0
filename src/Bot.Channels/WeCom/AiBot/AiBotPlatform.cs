using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>The AI bot's part in the work on events.</summary>
internal sealed class AiBotPlatform(
    ChatDesk desk, WeComRenderer renderer, StreamBoard board, IAiBotDelivery delivery, TimeProvider time) : IChatPlatform
{
    // A receipt for what feedback can't be given on.
    private const string NoAnswer = "-";

    private const string Going = " ……";

    public async Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken)
    {
        var said = EventIn(open);
        switch (AiBotReader.Read(said.Message, open.Number, open.At))
        {
            case AiBotIncoming.Said { Request: var request }:
                return Write(await HearAsync(request, open, cancellationToken), request, open, said, isStream: true);
            case AiBotIncoming.Unreadable { Request: var request, What: var what }:
                var hint = new ChatOutput.Notice(request.LanguageOf("").Say(
                    $"我还看不懂{what}，请用文字提问，例如写明地区、年份和想知道的数字。", "I can only read text: please ask in words, naming the place and the year."));
                return Write(hint, request, open, said, isStream: true);
            case AiBotIncoming.Tapped { Request: var request, Key: { } key }:
                var output = await desk.PressAsync(request, key.Press, key.Label, null, cancellationToken);
                // What a button asked was said by nobody, so it stands above its answer.
                var shown = output is ChatOutput.Answered answered ? answered with { Answer = answered.Answer with { Text = $"{key.Label}\n\n{answered.Answer.Text}" } } : output;
                return Write(shown, request with { Text = key.Label }, open, said, isStream: false);
            default:
                return [];
        }
    }

    public IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text)
    {
        AiBotEvent? said;
        try
        {
            said = EventIn(open);
        }
        catch (JsonException)
        {
            return []; // nobody to say it to
        }
        return [ReplyTo(open, said, text, null, null, isStream: said.Message.Event is null)];
    }

    public async Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        AiBotReply written;
        try
        {
            written = AiBotReply.Read(reply.Body);
        }
        catch (JsonException e)
        {
            throw DeliveryException.Never("the message can't be read", inner: e);
        }
        await delivery.DeliverAsync(reply.Lane, written, cancellationToken);
        return written.Answer ?? NoAnswer;
    }

    public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane) =>
    [
        .. renderer.Answer(digest, WeComDialect.MarkdownV2, ChatLanguage.Chinese, AiBotReply.MaximumBytes)
            .Select(content => new ChatReply(lane, new AiBotReply(content, time.GetUtcNow(), null, null, null, null, null).ToJson())),
    ];

    private Task<ChatOutput> HearAsync(ChatRequest request, OpenEvent open, CancellationToken cancellationToken)
    {
        // In callback mode nothing can be said first.
        if (!delivery.CanSpeakFirst && ChatCommand.Read(request.Text) is { Name: "subscribe" or "unsubscribe" })
        {
            return Task.FromResult<ChatOutput>(new ChatOutput.Notice(request.LanguageOf("").Say(
                "这里不能订阅：新报告的摘要由群机器人推送（WeCom:GroupWebhooks），请联系管理员添加本群。",
                "No subscription here: the group's webhook announces new reports (WeCom:GroupWebhooks); ask an administrator to add this group.")));
        }
        var stream = board.Open(open.Event.Subject!, open.At); // every event of this channel has one
        return desk.HearAsync(request, (parts, stop) => StreamReading.ReadAsync(parts, text => stream.Show(() => Preview(text)), stop), cancellationToken);
    }

    private string Preview(string text)
    {
        var shown = renderer.Notice(new ChatOutput.Notice(text), WeComDialect.MarkdownV2, ChatLanguage.Chinese, AiBotReply.MaximumBytes - Going.Length * 3);
        return (shown.IsEmpty ? "" : shown[0]) + Going;
    }

    private IReadOnlyList<ChatReply> Write(ChatOutput output, ChatRequest request, OpenEvent open, AiBotEvent said, bool isStream)
    {
        var language = output.Language ?? request.LanguageOf(request.Text);
        if (output is ChatOutput.Answered { Answer: var answer } answered)
        {
            // What is said behind it goes with it: a question is answered by one message.
            var behind = answered.Then is { } then ? "\n\n" + string.Join("\n\n", renderer.Asked(then, WeComDialect.MarkdownV2, language, AiBotReply.MaximumBytes / 4)) : "";
            // What a card offers is not said twice.
            var text = CardWriting.HasChoices(answer) ? answer with { FollowUps = [] } : answer;
            var content = renderer.Answer(text, WeComDialect.MarkdownV2, language, AiBotReply.MaximumBytes - Encoding.UTF8.GetByteCount(behind), mostMessages: 1)[0] + behind;
            var card = CardWriting.Of(answer, open.Event.Subject!, language); // every event of this channel has one
            return [ReplyTo(open, said, content, card, answered.IsRemembered ? answer.Id : null, isStream)];
        }
        ImmutableArray<string> contents = renderer.Output(output, WeComDialect.MarkdownV2, language, AiBotReply.MaximumBytes);
        // A stream that was begun has to end with something.
        if (contents.IsEmpty && isStream)
            contents = ["这里暂不回答：可能还没有开通、问得太快，或命令无法识别。 / Not answered: not enabled here, too fast, or an unknown command."];
        return [.. contents.Select((content, i) => ReplyTo(open, said, content, null, null, isStream && i == 0))];
    }

    private static ChatReply ReplyTo(OpenEvent open, AiBotEvent said, string content, TemplateCard? card, string? answer, bool isStream) => new(
        open.Event.Lane,
        new AiBotReply(content, open.At, isStream ? open.Event.Subject : null, said.RequestId, said.Message.ResponseUrl, card, answer).ToJson());

    private static AiBotEvent EventIn(OpenEvent open) =>
        JsonSerializer.Deserialize(open.Event.Body, AiBotJson.Wire.AiBotEvent) ?? throw new JsonException("Null is no event.");
}
