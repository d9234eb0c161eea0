using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Bot.TestServers;

/// <summary>Calls that write into chats.</summary>
internal static class BotApiMessages
{
    private const int TextLimit = 4096;
    private const int CaptionLimit = 1024;
    private const int PhotoLimit = 10 << 20;
    private static readonly string[] Actions = ["typing", "upload_photo", "upload_document"];

    public static JsonNode Send(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(
            call.Body, call.Method, "chat_id", "message_thread_id", "text", "parse_mode", "link_preview_options", "disable_notification", "reply_parameters", "reply_markup");
        CheckPreview(fields);
        var chat = world.Writable(call.ChatId);
        var (text, entities) = MessageRules.Text(fields.Text("text"), fields.Text("parse_mode"), "message", TextLimit);
        return Add(world, chat, fields, id => new LoopbackMessage { Id = id, Text = text, Entities = entities });
    }

    public static JsonNode SendPhoto(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "chat_id", "message_thread_id", "caption", "parse_mode", "reply_parameters", "reply_markup");
        var chat = world.Writable(call.ChatId);
        var photo = call.Files.FirstOrDefault(file => file.Field == "photo") ?? throw TelegramRefusalException.Bad("there is no photo in the request");
        Check(photo);
        var (text, entities) = MessageRules.Text(fields.Text("caption"), fields.Text("parse_mode"), "message caption", CaptionLimit, mayBeEmpty: true);
        return Add(world, chat, fields, id => new LoopbackMessage { Id = id, Text = text, Entities = entities, Photo = photo });
    }

    public static JsonNode Draft(TelegramWorld world, TelegramCall call)
    {
        if (!world.TakesDrafts)
            throw new TelegramRefusalException(new(404, "Not Found: method not found"));
        var fields = new CallFields(call.Body, call.Method, "chat_id", "message_thread_id", "draft_id", "text", "parse_mode", "can_stop");
        var chat = world.Writable(call.ChatId);
        if (chat.Type != "private")
            throw TelegramRefusalException.Bad("message drafts can be sent only to private chats");
        if (fields.Number("draft_id") is null or 0)
            throw TelegramRefusalException.Bad("invalid draft_id specified");
        Thread(world, chat, fields);
        var (text, _) = MessageRules.Text(fields.Text("text"), fields.Text("parse_mode"), "message", TextLimit, mayBeEmpty: true);
        chat.Drafts = chat.Drafts.Add(text);
        return true;
    }

    public static JsonNode EditText(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "chat_id", "message_id", "text", "parse_mode", "link_preview_options", "reply_markup");
        CheckPreview(fields);
        var chat = world.Writable(call.ChatId);
        var old = OwnMessage(chat, fields);
        var (text, entities) = MessageRules.Text(fields.Text("text"), fields.Text("parse_mode"), "message", TextLimit);
        return Edit(world, chat, old, old with
        {
            Text = text,
            Entities = entities,
            Keyboard = MessageRules.Keyboard(fields.Object("reply_markup")),
            Earlier = old.Earlier.Add(old.Text),
        });
    }

    public static JsonNode Delete(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "chat_id", "message_id");
        var chat = world.Writable(call.ChatId);
        chat.Remove(chat.Find(fields.Number("message_id") ?? 0) ?? throw TelegramRefusalException.Bad("message to delete not found"));
        return true;
    }

    public static JsonNode Action(TelegramWorld world, TelegramCall call)
    {
        var fields = new CallFields(call.Body, call.Method, "chat_id", "message_thread_id", "action");
        var chat = world.Writable(call.ChatId);
        if (!Actions.Contains(fields.Text("action")))
            throw TelegramRefusalException.Bad("wrong parameter action in request");
        if (chat.Type == "channel")
            throw TelegramRefusalException.Bad("chat actions can't be sent to channels");
        Thread(world, chat, fields);
        return true;
    }

    private static JsonObject Add(TelegramWorld world, LoopbackChat chat, CallFields fields, Func<long, LoopbackMessage> make)
    {
        var thread = Thread(world, chat, fields);
        var reply = Reply(chat, fields);
        var keyboard = MessageRules.Keyboard(fields.Object("reply_markup"));
        world.Count(chat);
        var message = chat.Add(id => make(id) with { Thread = thread, ReplyTo = reply, Keyboard = keyboard });
        chat.Drafts = [];
        return world.Json(chat, message);
    }

    private static JsonObject Edit(TelegramWorld world, LoopbackChat chat, LoopbackMessage old, LoopbackMessage now)
    {
        if (old.Text == now.Text && old.Entities.SequenceEqual(now.Entities) && old.Keyboard == now.Keyboard)
        {
            throw TelegramRefusalException.Bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }
        world.Count(chat);
        chat.Replace(old, now);
        return world.Json(chat, now);
    }

    private static LoopbackMessage OwnMessage(LoopbackChat chat, CallFields fields) =>
        chat.Find(fields.Number("message_id") ?? 0) switch
        {
            null => throw TelegramRefusalException.Bad("message to edit not found"),
            { IsOfBot: false } => throw TelegramRefusalException.Bad("message can't be edited"),
            var message => message,
        };

    // General is not to be named; chats that are no forum have no topics, but for private ones where the bot has them.
    private static long? Thread(TelegramWorld world, LoopbackChat chat, CallFields fields)
    {
        if (fields.Number("message_thread_id") is not { } thread)
            return null;
        var isKnown = chat.Type == "private" ? (bool)world.Me["has_topics_enabled"]! : thread != 1 && chat.Topics?.Contains(thread) == true;
        return isKnown ? thread : throw TelegramRefusalException.Bad("message thread not found");
    }

    private static long? Reply(LoopbackChat chat, CallFields fields)
    {
        if (fields.Object("reply_parameters") is not { } json)
            return null;
        var reply = new CallFields(json, "reply_parameters", "message_id", "allow_sending_without_reply");
        var id = reply.Number("message_id") ?? throw TelegramRefusalException.Bad("message_id is not specified in reply_parameters");
        if (chat.Find(id) is not null)
            return id;
        return reply.Flag("allow_sending_without_reply") ? null : throw TelegramRefusalException.Bad("message to be replied not found");
    }

    private static void CheckPreview(CallFields fields)
    {
        if (fields.Object("link_preview_options") is { } json)
            _ = new CallFields(json, "link_preview_options", "is_disabled").Flag("is_disabled");
    }

    private static void Check(UploadedFile photo)
    {
        if (photo.Content.Length > PhotoLimit)
            throw new TelegramRefusalException(new(413, "Request Entity Too Large"));
        if (photo.FileName.Length == 0 || photo.FileName.Any(c => c > '~') || photo.Disposition.Contains("filename*", StringComparison.Ordinal))
            throw TelegramRefusalException.Bad("file name must be ASCII");
        var png = photo.Content.AsSpan();
        // Width and height of a PNG stand at a fixed place; other formats are taken as they are.
        if (png.Length < 24 || png[0] != 0x89)
            return;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        if (width <= 0 || height <= 0 || width + height > 10_000 || Math.Max(width, height) > 20 * Math.Min(width, height))
            throw TelegramRefusalException.Bad("PHOTO_INVALID_DIMENSIONS");
    }
}
