using System.Text.Json;

namespace Bot.Models;

/// <summary>
/// What an error body says. Servers word it as {"error":{"message","code"}}, {"error":"…"}, {"message","code"},
/// {"detail":…}, or not at all.
/// </summary>
/// <param name="Message">Empty: nothing readable.</param>
/// <param name="Code">The machine-readable cause and type, in lower case; empty: none.</param>
internal sealed record ServerError(string Message, string Code)
{
    public static ServerError Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return new("", "");
        }
    }

    public static ServerError Of(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
            return new(body.ValueKind is JsonValueKind.String ? body.GetString()! : "", "");
        if (body.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            return Of(error);
        var message = Text(body, "message") is { Length: > 0 } text ? text : Text(body, "detail");
        return new(message, $"{Text(body, "code")} {Text(body, "type")}".Trim().ToLowerInvariant());
    }

    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Message.Contains(word, StringComparison.OrdinalIgnoreCase) || Code.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : "";
}
