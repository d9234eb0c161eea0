using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>Messages and events as WeCom writes them to an AI bot.</summary>
public static class AiBotMessages
{
    private static long s_last = 9_100_000;

    /// <param name="group">Null: the person is alone with the bot.</param>
    /// <param name="quote">The message that is quoted, see <see cref="Text"/>.</param>
    public static JsonObject Said(string user, string text, string? group = null, JsonObject? quote = null)
    {
        var message = Of(user, group, "text");
        message["text"] = new JsonObject { ["content"] = text };
        if (quote is not null)
            message["quote"] = quote;
        return message;
    }

    /// <summary>A message of several parts; null parts are pictures.</summary>
    public static JsonObject Mixed(string user, params string?[] parts)
    {
        var message = Of(user, null, "mixed");
        message["mixed"] = new JsonObject { ["msg_item"] = new JsonArray([.. parts.Select(part => part is null ? Picture() : Text(part))]) };
        return message;
    }

    public static JsonObject Voice(string user, string heard)
    {
        var message = Of(user, null, "voice");
        message["voice"] = new JsonObject { ["content"] = heard };
        return message;
    }

    public static JsonObject Image(string user)
    {
        var message = Of(user, null, "image");
        message["image"] = new JsonObject { ["url"] = "https://ww.example/1.png" };
        return message;
    }

    /// <summary>Text as it stands in a quotation.</summary>
    public static JsonObject Text(string content) => new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = content } };

    public static JsonObject Entered(string user) => Event(user, null, "enter_chat", null);

    public static JsonObject Tapped(string user, string task, string key, string? group = null) => Event(
        user, group, "template_card_event", new JsonObject { ["card_type"] = "button_interaction", ["event_key"] = key, ["task_id"] = task });

    /// <param name="type">1: right, 2: not right, 3: taken back.</param>
    public static JsonObject Feedback(string user, string id, int type, string? words = null, params int[] reasons) => Event(
        user, null, "feedback_event",
        new JsonObject { ["id"] = id, ["type"] = type, ["content"] = words, ["inaccurate_reason_list"] = new JsonArray([.. reasons.Select(r => JsonValue.Create(r))]) });

    public static JsonObject Disconnected() => new()
    {
        ["msgid"] = Next(),
        ["msgtype"] = "event",
        ["event"] = new JsonObject { ["eventtype"] = "disconnected_event" },
    };

    /// <summary>That WeCom wants to know how a stream goes on.</summary>
    public static JsonObject Asked(string user, string stream)
    {
        var message = Of(user, null, "stream");
        message["stream"] = new JsonObject { ["id"] = stream };
        return message;
    }

    private static JsonObject Event(string user, string? group, string type, JsonObject? detail)
    {
        var message = Of(user, group, "event");
        var happened = new JsonObject { ["eventtype"] = type };
        if (detail is not null)
            happened[type] = detail;
        message["event"] = happened;
        return message;
    }

    private static JsonObject Of(string user, string? group, string type)
    {
        var message = new JsonObject
        {
            ["msgid"] = Next(),
            ["aibotid"] = "aib-loopback",
            ["chattype"] = group is null ? "single" : "group",
            ["from"] = new JsonObject { ["userid"] = user },
            ["msgtype"] = type,
        };
        if (group is not null)
            message["chatid"] = group;
        return message;
    }

    private static JsonObject Picture() => new() { ["msgtype"] = "image", ["image"] = new JsonObject { ["url"] = "https://ww.example/1.png" } };

    private static string Next() => Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
}
