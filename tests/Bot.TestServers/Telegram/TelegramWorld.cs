using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>What the server knows; guarded by <see cref="Gate"/>.</summary>
internal sealed class TelegramWorld(TimeProvider time)
{
    private const int MessagesPerSecond = 30;
    private const int GroupMessagesPerMinute = 20;

    private readonly List<(long Chat, DateTimeOffset At)> _written = [];

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; } = time;

    public UpdateQueue Updates { get; } = new(time);

    public Dictionary<long, LoopbackChat> Chats { get; } = [];

    public Dictionary<long, string> Users { get; } = [];

    /// <summary>When queries (of buttons, inline) can no longer be answered.</summary>
    public Dictionary<string, DateTimeOffset> Queries { get; } = [];

    public JsonObject Me { get; } = new()
    {
        ["id"] = 1234567890,
        ["is_bot"] = true,
        ["first_name"] = "政策问答",
        ["username"] = "policy_report_bot",
        ["can_join_groups"] = true,
        ["can_read_all_group_messages"] = false,
        ["supports_inline_queries"] = true,
        ["has_topics_enabled"] = false,
    };

    /// <summary>Menus by scope, chat and language.</summary>
    public Dictionary<string, JsonArray> Commands { get; } = [];

    public Dictionary<string, JsonObject> InlineAnswers { get; } = [];

    public Dictionary<string, string?> CallbackAnswers { get; } = [];

    public bool TakesDrafts { get; set; } = true;

    public bool EnforcesPace { get; set; }

    public JsonObject UserJson(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = Users.GetValueOrDefault(id, "某人"), ["language_code"] = "zh-hans" };

    /// <summary>The chat, if the bot may write there now.</summary>
    public LoopbackChat Writable(long id)
    {
        var chat = Chats.GetValueOrDefault(id) ?? throw TelegramRefusalException.Bad("chat not found");
        if (chat.MigratedTo is { } now)
            throw new TelegramRefusalException(new(400, "Bad Request: group chat was upgraded to a supergroup chat", MigrateToChatId: now));
        if (chat.Ban is { } ban)
            throw TelegramRefusalException.Forbidden(ban);
        var left = chat.FloodedUntil - Time.GetUtcNow();
        return left > TimeSpan.Zero ? throw Flood(left) : chat;
    }

    /// <summary>Counts a message or an edit against the pace.</summary>
    public void Count(LoopbackChat chat)
    {
        var now = Time.GetUtcNow();
        _written.RemoveAll(w => now - w.At >= TimeSpan.FromMinutes(1));
        if (EnforcesPace && _written.Count(w => now - w.At < TimeSpan.FromSeconds(1)) >= MessagesPerSecond)
            throw Flood(TimeSpan.FromSeconds(1));
        if (EnforcesPace && chat.Type != "private" && _written.Count(w => w.Chat == chat.Id) >= GroupMessagesPerMinute)
            throw Flood(_written.First(w => w.Chat == chat.Id).At.AddMinutes(1) - now);
        _written.Add((chat.Id, now));
    }

    public JsonObject Json(LoopbackChat chat, LoopbackMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["chat"] = chat.Json,
            ["date"] = Time.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (chat.Type == "channel")
            json["sender_chat"] = chat.Json;
        else
            json["from"] = message.From is { } person ? UserJson(person) : Me.DeepClone();
        json[message.Photo is null ? "text" : "caption"] = message.Text;
        if (!message.Entities.IsEmpty)
            json["entities"] = new JsonArray([.. message.Entities.Select(Json)]);
        if (message.Photo is not null)
            json["photo"] = new JsonArray(new JsonObject { ["file_id"] = $"photo-{message.Id}" });
        if (message.Thread is { } thread)
            (json["message_thread_id"], json["is_topic_message"]) = (thread, true);
        if (message.ReplyTo is { } replied && chat.Find(replied) is { } other)
            json["reply_to_message"] = Json(chat, other with { ReplyTo = null });
        if (message.Keyboard is { } keyboard)
            json["reply_markup"] = JsonNode.Parse(keyboard);
        return json;
    }

    private static JsonObject Json(LoopbackEntity entity)
    {
        var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
        if (entity is { Type: "text_mention", Argument: { } user })
            json["user"] = new JsonObject { ["id"] = long.Parse(user, System.Globalization.CultureInfo.InvariantCulture), ["is_bot"] = true, ["first_name"] = "bot" };
        return json;
    }

    private static TelegramRefusalException Flood(TimeSpan left) => new(TelegramRefusal.Flood((int)Math.Ceiling(left.TotalSeconds)));
}
