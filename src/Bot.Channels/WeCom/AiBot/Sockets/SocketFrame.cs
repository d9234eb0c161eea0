using System.Text.Json.Serialization;

namespace Bot.Channels.WeCom;

/// <summary>What comes through the connection: a message or an event, or, without a command, what became of an order.</summary>
internal sealed record SocketFrame
{
    [JsonPropertyName("cmd")]
    public string? Command { get; init; }

    [JsonPropertyName("headers")]
    public RequestHeaders? Headers { get; init; }

    [JsonPropertyName("errcode")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("errmsg")]
    public string? ErrorMessage { get; init; }

    [JsonPropertyName("body")]
    public AiBotMessage? Body { get; init; }

    internal sealed record RequestHeaders([property: JsonPropertyName("req_id")] string RequestId);
}
