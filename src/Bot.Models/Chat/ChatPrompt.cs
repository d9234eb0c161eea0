using System.ClientModel;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>One request to a chat model: the settings, with what the caller asks for over them.</summary>
internal sealed record ChatPrompt(
    string Model, ImmutableArray<ChatBodyMessage> Messages, double? Temperature, double? TopP, int MaxOutputTokens, ImmutableArray<string> Stop)
{
    public int Characters => Messages.Sum(m => m.Content.Length);

    /// <exception cref="NotSupportedException">Something other than text is asked for: tools, pictures, a response format.</exception>
    public static ChatPrompt Of(IEnumerable<ChatMessage> messages, ChatOptions? asked, ChatModelOptions settings)
    {
        if (asked is { Tools.Count: > 0 } or { ResponseFormat: not null and not ChatResponseFormatText })
            throw new NotSupportedException("Tools and response formats are not sent to chat models.");
        IEnumerable<ChatBodyMessage> instructions =
            string.IsNullOrEmpty(asked?.Instructions) ? [] : [new(ChatRole.System.Value, asked.Instructions)];
        return new(
            asked?.ModelId ?? settings.Model!.Trim(), // a client is only made of configured settings
            [.. instructions, .. messages.Select(Message)],
            asked?.Temperature ?? settings.Temperature,
            asked?.TopP,
            asked?.MaxOutputTokens ?? settings.MaxOutputTokens,
            [.. asked?.StopSequences ?? []]);
    }

    public BinaryContent Body(ChatDialect dialect) => BinaryContent.Create(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(
        new ChatBody(
            Model,
            Messages,
            Stream: true,
            dialect.HasStreamOptions ? new(IncludeUsage: true) : null,
            dialect.HasTemperature ? Temperature : null,
            TopP,
            dialect.HasMaxTokens ? MaxOutputTokens : null,
            dialect.HasMaxTokens ? null : MaxOutputTokens,
            Stop.IsEmpty ? null : Stop),
        ChatJson.Default.ChatBody)));

    private static ChatBodyMessage Message(ChatMessage message) =>
        message.Role.Value is "system" or "user" or "assistant" && message.Contents.All(c => c is TextContent)
            ? new(message.Role.Value, message.Text)
            : throw new NotSupportedException($"A message of role {message.Role} with more than text is not sent to chat models.");
}
