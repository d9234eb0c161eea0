using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>Turns messages into events for the journal, and those back into what they mean.</summary>
internal static partial class AiBotReader
{
    public const string Platform = "wecom-bot";

    // Of a quoted message; enough to know what is asked about, and the question stays short enough to be answered.
    private const int LongestQuote = 200;

    /// <summary>The message in this text; null when it is none.</summary>
    public static AiBotMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AiBotJson.Strict.AiBotMessage);
        }
        // A text of half a character passes the parser and can't be read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of the stream that answers a message: always the same, so that WeCom's questions after a restart find their answer.</summary>
    public static string StreamOf(string msgId) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(msgId)).AsSpan(0, 18));

    /// <summary>The event that a message or a tap is; null where it names neither itself nor its sender.</summary>
    public static ChatEvent? EventOf(AiBotEvent said)
    {
        var message = said.Message;
        if (KeyOf(message) is not { } key || message.From?.UserId is not { Length: > 0 } person)
            return null;
        return new ChatEvent(key, PlaceOf(message, person).Lane, person, JsonSerializer.Serialize(said, AiBotJson.Wire.AiBotEvent), StreamOf(key));
    }

    /// <summary>What the journal knows a message by. Events without an id: by sender, time and kind.</summary>
    public static string? KeyOf(AiBotMessage message)
    {
        if (message.MsgId is { Length: > 0 } id)
            return id;
        return message is { Event.EventType: { } kind, From.UserId: { } person, CreateTime: { } at }
            ? string.Create(CultureInfo.InvariantCulture, $"{person}:{at}:{kind}:{message.Event.Card?.TaskId}:{message.Event.Card?.Key}")
            : null;
    }

    /// <summary>What a message means.</summary>
    /// <param name="number">The journal's; 0: it isn't in there.</param>
    /// <returns>Null when it names no sender.</returns>
    public static AiBotIncoming? Read(AiBotMessage message, long number, DateTimeOffset at)
    {
        if (message.From?.UserId is not { Length: > 0 } person)
            return null;
        var place = PlaceOf(message, person);
        var request = new ChatRequest(number, place, new ChatPerson(person), "", at);
        if (message.Event?.Card is { } tap)
            return new AiBotIncoming.Tapped(request, CardKey.Parse(tap.Key), tap.TaskId ?? "");
        var own = WordsOf(message);
        if (own is null && message.Quote is null)
            return new AiBotIncoming.Unreadable(request, KindOf(message.MsgType));
        return new AiBotIncoming.Said(request with { Text = Together(WithoutMention(own ?? "", place.Kind), message.Quote) });
    }

    private static ChatPlace PlaceOf(AiBotMessage message, string person) => message is { ChatType: "group", ChatId: { Length: > 0 } group }
        ? new ChatPlace(Platform, group, null, ChatKind.Group)
        : new ChatPlace(Platform, person, null, ChatKind.Private);

    // Null: no words at all.
    private static string? WordsOf(AiBotMessage message) => message.MsgType switch
    {
        "text" => message.Text?.Content ?? "",
        "voice" => message.Voice?.Content,
        "mixed" => string.Join('\n', (message.Mixed?.Items ?? []).Select(WordsOf).OfType<string>()) is { Length: > 0 } words ? words : null,
        _ => null,
    };

    // In a group the bot is always named; elsewhere an @ is the person's own.
    private static string WithoutMention(string words, ChatKind kind) => kind is ChatKind.Group ? Mention().Replace(words, "", 1).Trim() : words.Trim();

    private static string Together(string words, AiBotMessage? quote)
    {
        var quoted = quote is null ? "" : Plain(WordsOf(quote) ?? "");
        // A command means what it says.
        if (quoted.Length == 0 || ChatCommand.Read(words) is not null)
            return words;
        return words.Length == 0 ? quoted : $"{words}\n“{quoted}”";
    }

    // Of an answer of the bot's own: its first paragraph, without markers and quotations.
    private static string Plain(string quote)
    {
        var text = Marker().Replace(quote, "").Trim();
        text = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(part => !part.StartsWith('>')) ?? "";
        text = Mention().Replace(text, "", 1).Trim();
        return text.Length <= LongestQuote ? text : text[..TextSplitter.CutOf(text, LongestQuote, TextMeasure.Utf16)] + "…";
    }

    private static string KindOf(string? type) => type switch
    {
        "image" or "mixed" => "图片",
        "voice" => "这段语音",
        "file" => "文件",
        "video" => "视频",
        _ => "这种消息",
    };

    // "@name words": names hold no white space, and some clients put a space of their own kind behind them.
    [GeneratedRegex(@"^\s*@\S+(?:\s+|$)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex Marker();
}
