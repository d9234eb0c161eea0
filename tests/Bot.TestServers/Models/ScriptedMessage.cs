using System.Text.Json;

namespace Bot.TestServers;

/// <summary>One message of a chat request.</summary>
/// <param name="Role">system, user, assistant.</param>
public sealed record ScriptedMessage(string Role, string Text)
{
    internal static ScriptedMessage Of(JsonElement message) =>
        new(message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!); // checked on arrival
}
