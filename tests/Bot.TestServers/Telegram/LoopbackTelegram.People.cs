using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.TestServers;

/// <content>What people do.</content>
public sealed partial class LoopbackTelegram
{
    private static readonly TimeSpan CallbackLife = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan InlineLife = TimeSpan.FromSeconds(30);
    private int _lastQuery;

    /// <summary>A person's chat with the bot; both have the same id.</summary>
    public LoopbackChat AddPerson(long id, string name = "小王") => Read(() =>
    {
        _world.Users[id] = name;
        return _world.Chats[id] = new LoopbackChat(id, "private", name);
    });

    /// <param name="type">group, supergroup, channel.</param>
    /// <param name="topics">Of a forum; none: it is no forum.</param>
    public LoopbackChat AddChat(long id, string type = "supergroup", string title = "科技政策群", params long[] topics) => Read(() =>
        _world.Chats[id] = new LoopbackChat(id, type, title) { Topics = topics.Length == 0 ? null : [.. topics] });

    /// <summary>Somebody writes. Commands and mentions in the text become entities, as Telegram makes them.</summary>
    /// <param name="from">Null: as the chat itself (a channel's post, an anonymous administrator).</param>
    public LoopbackMessage Say(long chat, long? from, string text, long? thread = null, long? replyTo = null, params ImmutableArray<LoopbackEntity> more) => Read(() =>
    {
        var place = _world.Chats[chat];
        var message = place.Add(id => new LoopbackMessage
        {
            Id = id,
            From = from ?? 0,
            Text = text,
            Thread = thread,
            ReplyTo = replyTo,
            Entities = [.. EntitiesOf(text), .. more.IsDefault ? [] : more],
        });
        _world.Updates.Add(place.Type == "channel" ? "channel_post" : "message", Written(place, message));
        return message;
    });

    /// <summary>Somebody corrects what they wrote.</summary>
    public void EditText(long chat, long message, string text) => Read(() =>
    {
        var place = _world.Chats[chat];
        var old = place.Find(message)!;
        var now = old with { Text = text, Entities = EntitiesOf(text), Earlier = old.Earlier.Add(old.Text) };
        place.Replace(old, now);
        var json = Written(place, now);
        json["edit_date"] = _world.Time.GetUtcNow().ToUnixTimeSeconds();
        return _world.Updates.Add(place.Type == "channel" ? "edited_channel_post" : "edited_message", json);
    });

    /// <summary>Somebody presses the button with this text, or this data; the query's id.</summary>
    public string Press(long chat, long from, long message, string button) => Read(() =>
    {
        var place = _world.Chats[chat];
        var pressed = place.Find(message)!;
        var data = pressed.Buttons.First(b => b.Text == button || b.Effect == button).Effect;
        var id = Query(CallbackLife);
        _world.Updates.Add("callback_query", new JsonObject
        {
            ["id"] = id,
            ["from"] = _world.UserJson(from),
            ["message"] = _world.Json(place, pressed),
            ["chat_instance"] = "1",
            ["data"] = data,
        });
        return id;
    });

    /// <summary>Somebody types @bot and a query in any chat; the query's id.</summary>
    public string Inline(long from, string query, string offset = "") => Read(() =>
    {
        var id = Query(InlineLife);
        _world.Updates.Add("inline_query", new JsonObject { ["id"] = id, ["from"] = _world.UserJson(from), ["query"] = query, ["offset"] = offset });
        return id;
    });

    /// <summary>Anything else that may happen, as Telegram writes it.</summary>
    public long Happen(string kind, JsonObject content) => _world.Updates.Add(kind, content);

    /// <summary>The bot's membership changes: left, kicked, member, administrator.</summary>
    public void ChangeMembership(long chat, long by, string status) => Read(() =>
    {
        var place = _world.Chats[chat];
        var isOut = status is "left" or "kicked";
        place.Ban = !isOut ? null : place.Type switch
        {
            "private" => "bot was blocked by the user",
            "group" => "bot was kicked from the group chat",
            var type => $"bot was kicked from the {type} chat",
        };
        return _world.Updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = place.Json,
            ["from"] = _world.UserJson(by),
            ["date"] = _world.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = Membership(isOut ? "member" : "left"),
            ["new_chat_member"] = Membership(status),
        });
    });

    /// <summary>The group becomes a supergroup with another id.</summary>
    public LoopbackChat Migrate(long chat, long to) => Read(() =>
    {
        var old = _world.Chats[chat];
        var now = _world.Chats[to] = new LoopbackChat(to, "supergroup", old.Name);
        old.MigratedTo = to;
        Tell(old, "migrate_to_chat_id", to);
        Tell(now, "migrate_from_chat_id", chat);
        return now;
    });

    /// <summary>For so long, whatever is written into the chat is answered with 429.</summary>
    public void Flood(long chat, TimeSpan wait) => Read(() => _world.Chats[chat].FloodedUntil = _world.Time.GetUtcNow() + wait);

    /// <summary>What the bot showed whoever pressed a button: null when nothing; throws while it is not answered.</summary>
    public string? CallbackAnswer(string query) => Read(() => _world.CallbackAnswers[query]);

    /// <summary>The call that answered an inline query; null while it is not answered.</summary>
    public JsonObject? InlineAnswer(string query) => Read(() => _world.InlineAnswers.GetValueOrDefault(query));

    public LoopbackChat Chat(long id) => Read(() => _world.Chats[id]);

    private JsonObject Membership(string status) => new() { ["status"] = status, ["user"] = _world.Me.DeepClone() };

    private void Tell(LoopbackChat chat, string field, long id)
    {
        var json = Written(chat, chat.Add(number => new LoopbackMessage { Id = number, From = 0, Text = "" }));
        json.Remove("text");
        json[field] = id;
        _world.Updates.Add("message", json);
    }

    // 0 stands for the chat itself, which has no "from".
    private JsonObject Written(LoopbackChat chat, LoopbackMessage message)
    {
        var json = _world.Json(chat, message);
        if (message.From != 0)
            return json;
        json.Remove("from");
        json["sender_chat"] = chat.Json;
        return json;
    }

    private string Query(TimeSpan life)
    {
        var id = (++_lastQuery).ToString("D6", CultureInfo.InvariantCulture);
        _world.Queries[id] = _world.Time.GetUtcNow() + life;
        return id;
    }

    private static ImmutableArray<LoopbackEntity> EntitiesOf(string text) =>
        [.. Marked().Matches(text).Select(m => new LoopbackEntity(m.Value[0] == '/' ? "bot_command" : "mention", m.Index, m.Length))];

    // A mention may follow a Chinese character at once, not a Latin one.
    [GeneratedRegex(@"(?<![A-Za-z0-9_/@])(?:/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?|@[A-Za-z0-9_]{3,32})(?![A-Za-z0-9_])")]
    private static partial Regex Marked();
}
