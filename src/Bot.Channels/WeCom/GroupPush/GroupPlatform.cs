using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Answers;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>Group webhooks' part in the work on events: they are only spoken to, nobody speaks through them.</summary>
/// <param name="webhooks">By name.</param>
internal sealed class GroupPlatform(
    IReadOnlyDictionary<string, GroupWebhook> webhooks, WeComRenderer renderer, WeComPushClient client, TimeProvider time)
    : IChatPlatform
{
    public const string Name = "wecom-group";

    // By name: removed from their groups.
    private readonly ConcurrentDictionary<string, byte> _gone = new();

    // What a group's bot takes: https://developer.work.weixin.qq.com/document/path/91770
    private readonly SendPace _pace = new(perMinute: 20, perHour: 0, time);

    /// <summary>What people must mend; null: nothing.</summary>
    public string? Problem => _gone.IsEmpty
        ? null
        : $"{_gone.Count} 个群机器人的 key 无效（93000），可能已被移出群，请从配置中去掉 / {_gone.Count} keys are not valid: take them out of the settings";

    public Task<IReadOnlyList<ChatReply>> AnswerAsync(OpenEvent open, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ChatReply>>([]);

    public IReadOnlyList<ChatReply> Apologize(OpenEvent open, string text) => [];

    // One message, its quotations shortened where they are long: nobody in the group asked for it.
    public IReadOnlyList<ChatReply> Announce(Answer.Answered digest, string lane) =>
        [.. renderer.Answer(digest, WeComDialect.Markdown, ChatLanguage.Chinese, WeComPushClient.LongestGroupMarkdown, mostMessages: 1)
            .Select(text => new GroupMessage(text).ToChatReply(lane))];

    public async Task<string?> SendAsync(OpenReply reply, CancellationToken cancellationToken)
    {
        if (!webhooks.TryGetValue(reply.Lane, out var webhook))
            throw DeliveryException.Never("the webhook is no longer in WeCom:GroupWebhooks", chatIsGone: true);
        try
        {
            await SendAsync(webhook, GroupMessage.Read(reply.Body).Markdown, cancellationToken);
            return null;
        }
        catch (JsonException e)
        {
            throw DeliveryException.Never("unreadable", inner: e);
        }
        catch (WeComException e)
        {
            if (e.Kind is WeComFailure.BadWebhook)
                _gone[reply.Lane] = 0;
            throw e.ToDelivery();
        }
    }

    private async Task SendAsync(GroupWebhook webhook, string markdown, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(webhook.Name, cancellationToken);
        try
        {
            await client.PushAsync(webhook, WeComDialect.Markdown, markdown, cancellationToken);
        }
        catch (WeComException e) when (e.Kind is WeComFailure.ContentRefused)
        {
            foreach (var piece in TextSplitter.Split(PlainWords.Of(markdown), WeComPushClient.LongestGroupText, TextMeasure.Utf8))
            {
                await _pace.WaitAsync(webhook.Name, cancellationToken);
                await client.PushAsync(webhook, WeComDialect.Text, piece, cancellationToken);
            }
        }
    }
}
