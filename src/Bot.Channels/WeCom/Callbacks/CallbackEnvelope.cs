using System.Text.Json;

namespace Bot.Channels.WeCom;

/// <summary>The form that a sealed message comes in.</summary>
internal abstract class CallbackEnvelope
{
    private CallbackEnvelope()
    {
    }

    /// <summary>To an app: <c>&lt;xml&gt;&lt;ToUserName/&gt;&lt;AgentID/&gt;&lt;Encrypt/&gt;&lt;/xml&gt;</c>.</summary>
    public static CallbackEnvelope Xml { get; } = new XmlEnvelope();

    /// <summary>To an AI bot: <c>{"encrypt":"…"}</c>.</summary>
    public static CallbackEnvelope Json { get; } = new JsonEnvelope();

    /// <param name="mediaType">Without parameters.</param>
    public abstract bool Takes(string mediaType);

    /// <returns>The encrypted text; null when the body is not of this form, or holds none or two.</returns>
    public abstract string? Read(string body);

    private sealed class XmlEnvelope : CallbackEnvelope
    {
        public override bool Takes(string mediaType) => mediaType is "text/xml" or "application/xml";

        public override string? Read(string body) => CallbackXml.Read(body)?.GetValueOrDefault("Encrypt") is { Length: > 0 } encrypted ? encrypted : null;
    }

    private sealed class JsonEnvelope : CallbackEnvelope
    {
        public override bool Takes(string mediaType) => mediaType is "application/json" or "text/json";

        public override string? Read(string body)
        {
            try
            {
                using var json = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
                return json.RootElement is { ValueKind: JsonValueKind.Object } root
                    && root.TryGetProperty("encrypt", out var encrypt)
                    && encrypt is { ValueKind: JsonValueKind.String }
                    && encrypt.GetString() is { Length: > 0 } encrypted
                    ? encrypted
                    : null;
            }
            // A text of half a character passes the parser and can't be read.
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }
}
