using System.Text.Json;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>A message as the journal keeps it until it is sent.</summary>
/// <param name="User">Whom it goes to.</param>
/// <param name="Markdown">At most <see cref="WeComAppClient.LongestText"/> bytes.</param>
internal sealed record AppReply(string User, string Markdown)
{
    public ChatReply ToChatReply() => new(User, JsonSerializer.Serialize(this, AppJson.Default.AppReply));

    /// <exception cref="JsonException">It was not written by this version.</exception>
    public static AppReply Read(string json) =>
        JsonSerializer.Deserialize(json, AppJson.Default.AppReply) ?? throw new JsonException("A message is null.");
}
