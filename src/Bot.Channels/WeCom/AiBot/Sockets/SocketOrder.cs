using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>What the bot sends through the connection.</summary>
/// <param name="Command">aibot_subscribe, aibot_respond_msg, aibot_respond_welcome_msg, aibot_respond_update_msg, aibot_send_msg or ping.</param>
internal sealed record SocketOrder(
    [property: JsonPropertyName("cmd")] string Command,
    [property: JsonPropertyName("headers")] SocketFrame.RequestHeaders Headers,
    [property: JsonPropertyName("body")] AiBotBody? Body)
{
    public const string Subscribe = "aibot_subscribe";
    public const string Respond = "aibot_respond_msg";
    public const string Welcome = "aibot_respond_welcome_msg";
    public const string Update = "aibot_respond_update_msg";
    public const string Send = "aibot_send_msg";
    public const string Ping = "ping";
}
