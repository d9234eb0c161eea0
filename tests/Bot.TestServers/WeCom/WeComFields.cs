using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>The fields of a call, none but those that the call knows.</summary>
internal sealed class WeComFields
{
    private readonly JsonObject _body;

    private WeComFields(JsonObject body) => _body = body;

    public static WeComFields Of(JsonObject? body, params string[] known)
    {
        if (body is null || body.Any(field => !known.Contains(field.Key)))
            throw new WeComRefusalException(40058, "unknown field");
        return new WeComFields(body);
    }

    public bool Has(string name) => _body.ContainsKey(name);

    public string Text(string name) =>
        _body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? (string)value! : throw new WeComRefusalException(40058, $"{name} is no text");

    public int Number(string name) =>
        _body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.Number ? (int)value : throw new WeComRefusalException(40058, $"{name} is no number");

    /// <summary>The text that the type names.</summary>
    /// <param name="most">In bytes of UTF-8. WeCom cuts what is longer and says nothing; a test is to hear of it.</param>
    public (string Type, string Content) Content(int most)
    {
        var type = Text("msgtype");
        var content = Of(_body[type] as JsonObject, "content").Text("content");
        if (content.Length == 0)
            throw new WeComRefusalException(44004, "empty content");
        if (Encoding.UTF8.GetByteCount(content) > most || content.Contains('\uFFFD', StringComparison.Ordinal))
            throw new WeComRefusalException(45002, "content size out of limit");
        return (type, content);
    }

    public void CheckMenu()
    {
        if (_body["button"] is not JsonArray { Count: > 0 and <= 3 } buttons)
            throw new WeComRefusalException(40016, "invalid button size");
        foreach (var button in buttons)
        {
            var fields = Of(button as JsonObject, "type", "name", "key");
            if (fields.Text("type") != "click" || Encoding.UTF8.GetByteCount(fields.Text("name")) is 0 or > 16 || fields.Text("key").Length is 0 or > 128)
                throw new WeComRefusalException(40018, "invalid button");
        }
    }
}
