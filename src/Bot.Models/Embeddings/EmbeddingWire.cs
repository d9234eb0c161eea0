using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Models;

// The bodies of POST /embeddings, as far as they are used here.
// Source: https://platform.openai.com/docs/api-reference/embeddings

/// <summary>
/// What is sent. There is no encoding_format, which the official client always sets to base64: DashScope takes only
/// float, vLLM refused base64 for long, others ignore the field. Without it they send numbers; either form is read.
/// </summary>
/// <param name="Dimensions">Null: left out.</param>
internal sealed record EmbeddingBody(string Model, IReadOnlyList<string> Input, int? Dimensions);

internal sealed record EmbeddingReply(IReadOnlyList<EmbeddingItem>? Data, EmbeddingUsage? Usage, JsonElement? Error);

/// <param name="Embedding">A list of numbers, or little-endian float32 in base64.</param>
internal sealed record EmbeddingItem(int? Index, JsonElement Embedding);

internal sealed record EmbeddingUsage(long? PromptTokens, long? TotalTokens);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmbeddingBody))]
[JsonSerializable(typeof(EmbeddingReply))]
internal sealed partial class EmbeddingJson : JsonSerializerContext;
