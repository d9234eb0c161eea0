using System.Collections.Frozen;
using System.Text.Json;

namespace Bot.TestServers;

/// <summary>What a request must look like; what breaks a rule is answered with 400 and never reaches a script.</summary>
internal static class RequestRules
{
    private static readonly FrozenSet<string> s_chatFields =
        FrozenSet.Create("model", "messages", "stream", "stream_options", "temperature", "top_p", "max_tokens",
            "max_completion_tokens", "stop", "seed", "presence_penalty", "frequency_penalty", "response_format", "n", "user");

    private static readonly FrozenSet<string> s_embeddingFields =
        FrozenSet.Create("model", "input", "dimensions", "encoding_format", "user");

    /// <returns>The error's text; null: well formed.</returns>
    public static string? BrokenByChat(JsonElement body, ScriptedModelServerOptions options) =>
        BrokenByFields(body, s_chatFields, options)
        ?? (IsMessages(body) ? null : "Invalid value for 'messages': expected roles system, user or assistant, each with text.")
        ?? (Has(body, "stream_options") && !IsTrue(body, "stream")
            ? "The 'stream_options' parameter is only allowed when 'stream' is enabled."
            : null);

    /// <returns>The error's text; null: well formed.</returns>
    public static string? BrokenByEmbeddings(JsonElement body, ScriptedModelServerOptions options) =>
        BrokenByFields(body, s_embeddingFields, options)
        ?? (!IsInput(body) ? "Invalid value for 'input': expected text, or a list of texts, none of them empty." : null)
        ?? (body.GetProperty("input").ValueKind is JsonValueKind.Array && body.GetProperty("input").GetArrayLength() > options.MaximumBatch
            ? $"Value error, batch size is invalid, it should not be larger than {options.MaximumBatch}."
            : null);

    private static string? BrokenByFields(JsonElement body, FrozenSet<string> known, ScriptedModelServerOptions options)
    {
        if (body.ValueKind is not JsonValueKind.Object || !Has(body, "model") || body.GetProperty("model").ValueKind is not JsonValueKind.String)
            return "You must provide a model parameter.";
        var refused = body.EnumerateObject().Select(p => p.Name)
            .FirstOrDefault(name => options.RefusedFields.Contains(name) || (options.RefuseUnknownFields && !known.Contains(name)));
        return refused is null ? null : $"Unsupported parameter: '{refused}' is not supported with this model.";
    }

    private static bool IsMessages(JsonElement body) =>
        body.TryGetProperty("messages", out var messages)
        && messages.ValueKind is JsonValueKind.Array
        && messages.GetArrayLength() > 0
        && messages.EnumerateArray().All(m =>
            m.TryGetProperty("role", out var role) && role.GetString() is "system" or "user" or "assistant"
            && m.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.String);

    private static bool IsInput(JsonElement body) =>
        body.TryGetProperty("input", out var input)
        && (input.ValueKind is JsonValueKind.Array ? input.GetArrayLength() > 0 && input.EnumerateArray().All(IsText) : IsText(input));

    private static bool IsText(JsonElement value) => value.ValueKind is JsonValueKind.String && value.GetString()!.Length > 0;

    private static bool Has(JsonElement body, string field) => body.TryGetProperty(field, out _);

    private static bool IsTrue(JsonElement body, string field) => body.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.True;
}
