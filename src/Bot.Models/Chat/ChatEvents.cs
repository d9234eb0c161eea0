using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bot.Models;

/// <summary>The chunks of a reply: of a stream of events, or the one of a server that doesn't stream.</summary>
internal static class ChatEvents
{
    /// <summary>In bytes; a token comes in about 300, and a long reasoning has tens of thousands.</summary>
    private const long LongestReply = 32L << 20;

    private static ReadOnlySpan<byte> Done => "[DONE]"u8;

    /// <returns>The chunks; null stands for the end as the API marks it.</returns>
    /// <exception cref="JsonException">A chunk is no JSON.</exception>
    /// <exception cref="FormatException">The body is neither events nor JSON, or has no end.</exception>
    public static IAsyncEnumerable<ChatChunk?> ReadAsync(PipelineResponse response, CancellationToken cancellationToken) =>
        ReplyBody.HasType(response, "application/json") ? WholeAsync(response, cancellationToken)
        : StreamAsync(response, cancellationToken);

    private static async IAsyncEnumerable<ChatChunk?> WholeAsync(PipelineResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await JsonSerializer.DeserializeAsync(ReplyBody.Stream(response, LongestReply), ChatJson.Default.ChatChunk, cancellationToken);
        yield return null;
    }

    private static async IAsyncEnumerable<ChatChunk?> StreamAsync(PipelineResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ReplyBody.HasType(response, "text/html"))
            throw new FormatException("The reply is a web page.");
        var events = SseParser.Create(ReplyBody.Stream(response, LongestReply), (_, data) =>
            data.SequenceEqual(Done) ? null : JsonSerializer.Deserialize(data, ChatJson.Default.ChatChunk));
        await foreach (var item in events.EnumerateAsync(cancellationToken))
            yield return item.Data;
    }
}
