using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>What the bot sent through its connection.</summary>
/// <param name="Command">aibot_respond_msg, ping, ….</param>
/// <param name="Request">Its req_id.</param>
/// <param name="Code">What it was acknowledged with; null: not at all.</param>
public sealed record AiBotOrder(string Command, string Request, JsonObject? Body, int? Code)
{
    /// <summary>Of a stream or a message; null: neither.</summary>
    public string? Content => (string?)Body?["stream"]?["content"] ?? (string?)Body?["markdown"]?["content"] ?? (string?)Body?["text"]?["content"];

    public bool IsFinished => (bool?)Body?["stream"]?["finish"] is true;

    public override string ToString() => $"{Command} {Request} {Body?.ToJsonString()} → {Code}";
}
