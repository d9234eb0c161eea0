using System.Text;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>What WeCom takes from an AI bot: unknown members, missing ones and too many bytes are refused.</summary>
internal static class AiBotRules
{
    public const int LongestContent = 20_480;
    private const int LongestKey = 1024;
    private const int LongestTask = 128;
    private const int MostButtons = 6;

    /// <exception cref="InvalidDataException">WeCom would show nothing.</exception>
    public static void Check(JsonObject body)
    {
        var type = (string?)body["msgtype"] ?? (string?)body["response_type"];
        switch (type)
        {
            case "stream":
                Only(body, "msgtype", "stream");
                CheckStream(body["stream"]!.AsObject());
                break;
            case "stream_with_template_card":
                Only(body, "msgtype", "stream", "template_card");
                CheckStream(body["stream"]!.AsObject());
                CheckCard(body["template_card"]!.AsObject());
                break;
            case "text":
                Only(body, "msgtype", "text");
                CheckBytes((string?)body["text"]!["content"], 2048);
                break;
            case "markdown":
                Only(body, "msgtype", "markdown", "chatid", "chat_type");
                CheckBytes((string?)body["markdown"]!["content"], LongestContent);
                break;
            case "template_card":
                Only(body, "msgtype", "template_card", "chatid", "chat_type");
                CheckCard(body["template_card"]!.AsObject());
                break;
            case "update_template_card":
                Only(body, "response_type", "template_card");
                CheckCard(body["template_card"]!.AsObject());
                break;
            default:
                throw new InvalidDataException($"'{type}' is no reply.");
        }
    }

    private static void CheckStream(JsonObject stream)
    {
        Only(stream, "id", "finish", "content", "feedback");
        CheckBytes((string?)stream["content"], LongestContent);
        CheckBytes((string?)stream["feedback"]?["id"] ?? "none", 256);
        CheckBytes((string?)stream["id"], 128);
        if (stream["finish"] is null)
            throw new InvalidDataException("A stream says whether it goes on.");
    }

    private static void CheckCard(JsonObject card)
    {
        Only(card, "card_type", "main_title", "sub_title_text", "quote_area", "button_list", "task_id");
        if ((string?)card["card_type"] != "button_interaction")
            throw new InvalidDataException("Only cards with buttons are known here.");
        CheckBytes((string?)card["task_id"], LongestTask);
        CheckBytes((string?)card["main_title"]!["title"], LongestContent);
        var buttons = card["button_list"]!.AsArray();
        if (buttons.Count is 0 or > MostButtons || buttons.Select(b => (string?)b!["key"]).Distinct().Count() != buttons.Count)
            throw new InvalidDataException("A card has 1 to 6 buttons, each with a key of its own.");
        foreach (var button in buttons)
            CheckBytes((string?)button!["key"], LongestKey);
        if (card["quote_area"] is JsonObject quote && ((int)quote["type"]! == 1) != (quote["url"] is not null))
            throw new InvalidDataException("A quotation that opens an address has one.");
    }

    private static void CheckBytes(string? text, int most)
    {
        if (string.IsNullOrEmpty(text) || Encoding.UTF8.GetByteCount(text) > most)
            throw new InvalidDataException($"1 to {most} bytes: '{text}'.");
    }

    private static void Only(JsonObject body, params string[] members)
    {
        if (body.Select(m => m.Key).FirstOrDefault(key => !members.Contains(key)) is { } other)
            throw new InvalidDataException($"'{other}' is not known here.");
    }
}
