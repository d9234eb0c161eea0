using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Models;

// The bodies of POST /chat/completions, as far as they are used here.
// Source: https://platform.openai.com/docs/api-reference/chat

/// <summary>What is sent. Null fields are left out.</summary>
internal sealed record ChatBody(
    string Model,
    IReadOnlyList<ChatBodyMessage> Messages,
    bool Stream,
    StreamOptions? StreamOptions,
    double? Temperature,
    double? TopP,
    int? MaxTokens,
    int? MaxCompletionTokens,
    IReadOnlyList<string>? Stop);

internal sealed record ChatBodyMessage(string Role, string Content);

internal sealed record StreamOptions(bool IncludeUsage);

/// <summary>A whole reply, or one event of a streamed one.</summary>
/// <param name="Error">Set in place of the rest when the server fails midway.</param>
internal sealed record ChatChunk(string? Id, string? Model, IReadOnlyList<ChatChoice>? Choices, ChatUsage? Usage, JsonElement? Error);

/// <param name="Delta">A streamed piece.</param>
/// <param name="Message">The whole, where it isn't streamed.</param>
internal sealed record ChatChoice(ChatText? Delta, ChatText? Message, string? FinishReason);

/// <summary>A reasoning model's reasoning_content stands beside the content; it isn't read, so it can't be shown.</summary>
internal sealed record ChatText(string? Content, string? Refusal);

internal sealed record ChatUsage(long? PromptTokens, long? CompletionTokens, long? TotalTokens);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatBody))]
[JsonSerializable(typeof(ChatChunk))]
internal sealed partial class ChatJson : JsonSerializerContext;
