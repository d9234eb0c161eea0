using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>What Telegram takes as a message's text and buttons.</summary>
internal static class MessageRules
{
    private const int MarkupLimit = 32_768;
    private const int MostButtons = 100;

    /// <param name="what">message, message caption: what the refusal speaks of.</param>
    /// <param name="limit">In UTF-16 code units, counted after the markup is parsed.</param>
    public static (string Text, ImmutableArray<LoopbackEntity> Entities) Text(string? raw, string? parseMode, string what, int limit, bool mayBeEmpty = false)
    {
        raw ??= "";
        if (parseMode is not (null or "HTML"))
            throw TelegramRefusalException.Bad("unsupported parse_mode");
        var (text, entities) = parseMode is null ? (raw, []) : TelegramHtml.Parse(raw);
        var lead = text.Length - text.TrimStart().Length;
        text = Cleaned(text).Trim();
        if (text.Length == 0 && !mayBeEmpty)
            throw TelegramRefusalException.Bad($"{what} text is empty");
        if (text.Length > limit || Encoding.UTF8.GetByteCount(raw) > MarkupLimit)
            throw TelegramRefusalException.Bad($"{what} is too long");
        return (text, [.. entities.Select(e => Within(e, lead, text.Length)).Where(e => e.Length > 0)]);
    }

    /// <summary>The keyboard's JSON, or null.</summary>
    public static string? Keyboard(JsonObject? markup)
    {
        if (markup is null)
            return null;
        var rows = new CallFields(markup, "reply_markup", "inline_keyboard")["inline_keyboard"] as JsonArray
            ?? throw TelegramRefusalException.Bad("object expected as reply markup");
        var buttons = rows.SelectMany(row => row as JsonArray ?? throw TelegramRefusalException.Bad("field \"inline_keyboard\" must be an Array of Arrays")).ToList();
        foreach (var button in buttons)
            Check(button as JsonObject ?? throw TelegramRefusalException.Bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object"));
        if (buttons.Count > MostButtons)
            throw TelegramRefusalException.Bad("REPLY_MARKUP_TOO_LONG");
        return buttons.Count == 0 ? null : markup.ToJsonString();
    }

    private static void Check(JsonObject json)
    {
        var button = new CallFields(json, "button", "text", "callback_data", "url", "switch_inline_query_current_chat");
        if (string.IsNullOrWhiteSpace(button.Text("text")))
            throw TelegramRefusalException.Bad("can't parse inline keyboard button: Field \"text\" must be non-empty");
        if (json.Count != 2)
            throw TelegramRefusalException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (button.Text("callback_data") is { } data && Encoding.UTF8.GetByteCount(data) is < 1 or > 64)
            throw TelegramRefusalException.Bad("BUTTON_DATA_INVALID");
        if (button.Text("url") is { } url && !IsPublic(url))
            throw TelegramRefusalException.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
    }

    private static bool IsPublic(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg" && address.Host.Contains('.', StringComparison.Ordinal);

    private static string Cleaned(string text) => string.Concat(text.Where(c => c != '\r').Select(c => c < ' ' && c != '\n' ? ' ' : c));

    private static LoopbackEntity Within(LoopbackEntity entity, int lead, int length)
    {
        var start = Math.Clamp(entity.Offset - lead, 0, length);
        return entity with { Offset = start, Length = Math.Clamp(entity.Offset - lead + entity.Length, 0, length) - start };
    }
}
