using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.TestServers;

/// <summary>Calls that answer queries and manage the bot.</summary>
internal static partial class BotApiQueries
{
    public static JsonNode AnswerCallback(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "callback_query_id", "text", "show_alert");
        var id = Query(world, fields.Text("callback_query_id"));
        if (fields.Text("text") is { Length: > 200 })
            throw TelegramRefusalException.Bad("MESSAGE_TOO_LONG");
        world.CallbackAnswers[id] = fields.Text("text");
        return true;
    }

    public static JsonNode AnswerInline(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "inline_query_id", "results", "cache_time", "is_personal", "next_offset");
        var id = Query(world, fields.Text("inline_query_id"));
        var results = fields.Objects("results");
        if (results.Length > 50)
            throw TelegramRefusalException.Bad("RESULTS_TOO_MUCH");
        if (Encoding.UTF8.GetByteCount(fields.Text("next_offset") ?? "") > 64)
            throw TelegramRefusalException.Bad("NEXT_OFFSET_INVALID");
        foreach (var json in results)
            Check(new CallFields(json, "result", "type", "id", "title", "description", "url", "input_message_content", "reply_markup"));
        if (results.DistinctBy(result => (string?)result["id"]).Count() < results.Length)
            throw TelegramRefusalException.Bad("RESULT_ID_DUPLICATE");
        world.InlineAnswers[id] = (JsonObject)call.Body.DeepClone();
        world.Queries.Remove(id);
        return true;
    }

    public static JsonNode SetCommands(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "commands", "scope", "language_code");
        var commands = fields.Objects("commands");
        if (commands.Length > 100)
            throw TelegramRefusalException.Bad("BOT_COMMANDS_TOO_MUCH");
        foreach (var json in commands)
        {
            var command = new CallFields(json, "command", "command", "description");
            if (!CommandShape().IsMatch(command.Text("command") ?? ""))
                throw TelegramRefusalException.Bad("BOT_COMMAND_INVALID");
            if (command.Text("description") is not { Length: >= 1 and <= 256 })
                throw TelegramRefusalException.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        if (fields.Text("language_code") is { Length: not 2 and not 0 })
            throw TelegramRefusalException.Bad("invalid language_code specified");
        var scope = fields.Object("scope") is { } given ? new CallFields(given, "scope", "type", "chat_id", "user_id") : null;
        world.Commands[$"{scope?.Text("type") ?? "default"}:{scope?.Number("chat_id")}:{fields.Text("language_code")}"] = (JsonArray)call.Body["commands"]!.DeepClone();
        return true;
    }

    public static JsonNode Member(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "chat_id", "user_id");
        var user = fields.Number("user_id") ?? throw TelegramRefusalException.Bad("invalid user_id specified");
        return new JsonObject { ["status"] = world.Writable(call.ChatId).Statuses.GetValueOrDefault(user, "member"), ["user"] = world.UserJson(user) };
    }

    private static void Check(CallFields result)
    {
        if (result.Text("type") != "article" || string.IsNullOrEmpty(result.Text("title")))
            throw TelegramRefusalException.Bad("can't parse inline query result: only articles with a title are known here");
        if (Encoding.UTF8.GetByteCount(result.Text("id") ?? "") is < 1 or > 64)
            throw TelegramRefusalException.Bad("RESULT_ID_INVALID");
        var content = new CallFields(
            result.Object("input_message_content") ?? throw TelegramRefusalException.Bad("can't parse inline query result: InputMessageContent must be specified"),
            "input_message_content", "message_text", "parse_mode", "link_preview_options");
        MessageRules.Text(content.Text("message_text"), content.Text("parse_mode"), "message", 4096);
        MessageRules.Keyboard(result.Object("reply_markup"));
    }

    private static string Query(TelegramWorld world, string? id) =>
        id is not null && world.Queries.TryGetValue(id, out var until) && until > world.Time.GetUtcNow()
            ? id
            : throw TelegramRefusalException.Bad("query is too old and response timeout expired or query ID is invalid");

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandShape();
}
