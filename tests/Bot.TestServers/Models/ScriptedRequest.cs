using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.TestServers;

/// <summary>One request that <see cref="ScriptedModelServer"/> got.</summary>
/// <param name="Authorization">The header as sent; null: none.</param>
/// <param name="Aborted">Ends when the client hangs up before the reply is complete; otherwise never.</param>
public sealed record ScriptedRequest(JsonElement Body, string? Authorization, Task Aborted)
{
    public string Model => Body.GetProperty("model").GetString()!; // checked on arrival

    public bool Stream => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The chat's messages, in order; empty for an embedding request.</summary>
    public ImmutableArray<ScriptedMessage> Messages => Body.TryGetProperty("messages", out var messages)
        ? [.. messages.EnumerateArray().Select(ScriptedMessage.Of)]
        : [];

    /// <summary>All that the model was told: every message's text, one below the other.</summary>
    public string Prompt => string.Join('\n', Messages.Select(m => m.Text));

    /// <summary>The texts to embed, in order; empty for a chat request.</summary>
    public ImmutableArray<string> Inputs => !Body.TryGetProperty("input", out var input) ? []
        : input.ValueKind is JsonValueKind.Array ? [.. input.EnumerateArray().Select(i => i.GetString()!)]
        : [input.GetString()!];

    public bool Has(string field) => Body.TryGetProperty(field, out _);

    /// <summary>A top-level field's text or number as JSON writes it; null when it wasn't sent.</summary>
    public string? Field(string name) => Body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
