using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>The self-built app's part in the work on events: members write to it alone, and are answered by messages.</summary>
internal sealed class AppPlatform(ChatDesk desk, WeComRenderer renderer, WeComAppClient client, Arrivals arrivals, TimeProvider time) : IChatPlatform
{
    public const string Name = "wecom-app";

    // What WeCom takes: https://developer.work.weixin.qq.com/document/path/96212
    private readonly SendPace _pace = new(perMinute: 30, perHour: 1000, time);

    // Messages whose answer was lost, by number: WeCom is asked to drop the second.
    private readonly ConcurrentDictionary<long, byte> _uncertain = new();

    public async Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken)
    {
        await arrivals.QuietAsync(cancellationToken);
        var happened = AppEvent.Read(open.Event.Body);
        var request = new ChatRequest(
            open.Number, new ChatPlace(Name, happened.User, null, ChatKind.Private), new ChatPerson(happened.User), happened.Text, open.At);
        var language = request.LanguageOf(happened.Text);
        ChatOutput output = happened.Kind switch
        {
            AppEventKind.Said => await desk.HearAsync(request, read: null, cancellationToken),
            AppEventKind.TooMany => new ChatOutput.Notice(QuestionTurns.Words(language)),
            _ => new ChatOutput.Notice($"我还看不懂{happened.Text}，请用文字提问，例如写明地区、年份和想知道的数字。 / I can only read text: please ask in words."),
        };
        return Write(output, language, happened.User);
    }

    public IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text) =>
        Write(new ChatOutput.Notice(text), ChatLanguage.Chinese, AppEvent.Read(open.Event.Body).User);

    public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane) =>
        Write(new ChatOutput.Answered(digest, IsRemembered: false), ChatLanguage.Chinese, lane);

    public async Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        AppReply message;
        try
        {
            message = AppReply.Read(reply.Body);
        }
        catch (JsonException e)
        {
            throw DeliveryException.Never("unreadable", inner: e);
        }
        try
        {
            var receipt = await SendAsync(message, reply.MayBeSent || _uncertain.ContainsKey(reply.Number), cancellationToken);
            _uncertain.TryRemove(reply.Number, out _);
            return receipt;
        }
        catch (WeComException e)
        {
            if (e.Kind is WeComFailure.Uncertain)
                _uncertain[reply.Number] = 0;
            else
                _uncertain.TryRemove(reply.Number, out _);
            throw e.ToDelivery();
        }
    }

    private async Task<string?> SendAsync(AppReply message, bool mayBeSent, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(message.User, cancellationToken);
        try
        {
            return await client.SendAsync(message.User, WeComDialect.Markdown, message.Markdown, mayBeSent, cancellationToken);
        }
        catch (WeComException e) when (e.Kind is WeComFailure.ContentRefused)
        {
            // The plain words are never longer than the marked ones.
            return await client.SendAsync(message.User, WeComDialect.Text, PlainWords.Of(message.Markdown), mayBeSent, cancellationToken);
        }
    }

    private IReadOnlyList<ChatReply> Write(ChatOutput output, ChatLanguage language, string user) =>
        [.. renderer.Output(output, WeComDialect.Markdown, output.Language ?? language, WeComAppClient.LongestText).Select(text => new AppReply(user, text).ToChatReply())];
}
