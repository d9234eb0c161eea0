using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>An announcement as the journal keeps it until it is sent.</summary>
/// <param name="Markdown">At most <see cref="WeComPushClient.LongestGroupMarkdown"/> bytes.</param>
internal sealed record GroupMessage(string Markdown)
{
    /// <param name="webhook">Its name, not its key.</param>
    public ChatReply ToChatReply(string webhook) => new(webhook, JsonSerializer.Serialize(this, GroupJson.Default.GroupMessage));

    /// <exception cref="JsonException">It was not written by this version.</exception>
    public static GroupMessage Read(string json) =>
        JsonSerializer.Deserialize(json, GroupJson.Default.GroupMessage) ?? throw new JsonException("A message is null.");
}

[JsonSerializable(typeof(GroupMessage))]
internal sealed partial class GroupJson : JsonSerializerContext;
