using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>A call of the API, in the transcript.</summary>
/// <param name="Name">message/send, gettoken, ….</param>
/// <param name="Query">As it was written.</param>
/// <param name="Body">Null to a GET.</param>
/// <param name="Code">What it was answered with; 0: well.</param>
public sealed record WeComCall(string Name, string Query, JsonObject? Body, int Code)
{
    public override string ToString() => $"{Name} {Body?.ToJsonString()} → {Code}";
}
