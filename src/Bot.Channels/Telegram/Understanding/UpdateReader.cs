using System.Text.Json;
using Bot.Retrieval;

namespace Bot.Channels.Telegram;

/// <summary>Turns updates into events for the journal, and those back into what they mean.</summary>
internal sealed class UpdateReader(BotIdentity bot)
{
    private readonly Addressing _addressing = new(bot);

    /// <summary>The kinds of updates that the bot asks for.</summary>
    public static string[] Kinds { get; } =
        ["message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "callback_query", "my_chat_member", "stopped_message_generation"];

    /// <summary>The event that an update is; null for those that are not kept.</summary>
    public static ChatEvent? EventOf(Update update)
    {
        var body = JsonSerializer.Serialize(update, TelegramJson.Wire.Update);
        if ((update.Message ?? update.ChannelPost) is { } message)
            return EventOf(message, $"m:{update.UpdateId}", body);
        if ((update.EditedMessage ?? update.EditedChannelPost) is { } edited)
            return EventOf(edited, $"e:{update.UpdateId}", body);
        if (update.CallbackQuery is { Message: { } under } tap)
            return new ChatEvent($"c:{tap.Id}", TelegramNames.PlaceOf(under.Chat, ThreadOf(under)).Lane, TelegramNames.Of(tap.From.Id), body);
        if (update.MyChatMember is { } member)
            return new ChatEvent($"u:{update.UpdateId}", TelegramNames.Of(member.Chat.Id), TelegramNames.Of(member.From.Id), body);
        return null;
    }

    public Incoming Read(OpenEvent open)
    {
        var update = JsonSerializer.Deserialize(open.Event.Body, TelegramJson.Wire.Update);
        if (update?.CallbackQuery is { Message: { } under } tap)
        {
            return new Incoming.Pressed(
                Request(open, under, new ChatPerson(TelegramNames.Of(tap.From.Id), tap.From.LanguageCode), ""),
                under.MessageId, tap.Id, AnswerKeyboard.LabelOf(under.ReplyMarkup, tap.Data), ButtonPress.Parse(tap.Data));
        }
        if (update?.MyChatMember is { } member)
            return ReadMember(open, member);
        return (update?.Message ?? update?.ChannelPost ?? update?.EditedMessage ?? update?.EditedChannelPost) is { } message
            ? ReadMessage(open, message, isEdited: (update?.EditedMessage ?? update?.EditedChannelPost) is not null)
            : new Incoming.Nothing();
    }

    private static ChatEvent EventOf(Message message, string key, string body) => new(
        key,
        TelegramNames.PlaceOf(message.Chat, ThreadOf(message)).Lane,
        TelegramNames.Of(PersonOf(message)),
        body,
        $"{message.Chat.Id}:{message.MessageId}");

    private Incoming ReadMessage(OpenEvent open, Message message, bool isEdited)
    {
        if (message.MigrateToChatId is { } to)
            return new Incoming.Moved(message.Chat.Id, to);
        // Its own words, those of other bots, and posts that Telegram itself copies into a channel's group.
        if (message.IsAutomaticForward is true || message.ViaBot?.Id == bot.Id || (message.From is { IsBot: true } && message.SenderChat is null))
            return new Incoming.Nothing();
        if (_addressing.WordsOf(message) is not { } words)
            return new Incoming.Nothing();
        var person = new ChatPerson(TelegramNames.Of(PersonOf(message)), message.From?.LanguageCode);
        var request = Request(open, message, person, words) with { IsEdited = isEdited };
        if (message.Text is null && message.Caption is null)
            return KindOf(message) is { } kind ? new Incoming.Unreadable(request, message.MessageId, kind) : new Incoming.Nothing();
        return new Incoming.Said(request, message.MessageId);
    }

    private static Incoming ReadMember(OpenEvent open, ChatMemberUpdated member)
    {
        var isIn = member.NewChatMember.Status is not ("left" or "kicked");
        var wasIn = member.OldChatMember.Status is not ("left" or "kicked");
        if (!isIn)
            return new Incoming.Removed(member.Chat.Id);
        // Alone with a person, /start welcomes; channels are not for chatting.
        if (wasIn || !member.Chat.IsGroup)
            return new Incoming.Nothing();
        var person = new ChatPerson(TelegramNames.Of(member.From.Id), member.From.LanguageCode);
        return new Incoming.Added(new ChatRequest(open.Number, TelegramNames.PlaceOf(member.Chat, null), person, "", open.At));
    }

    private static ChatRequest Request(OpenEvent open, Message message, ChatPerson person, string words) =>
        new(open.Number, TelegramNames.PlaceOf(message.Chat, ThreadOf(message)), person, words, open.At);

    // Administrators who post as their group, and channels, have no person: the chat itself stands in.
    private static long PersonOf(Message message) => message.SenderChat?.Id ?? message.From?.Id ?? message.Chat.Id;

    // Replies in ordinary groups have a thread id too, which is none of a topic; the General topic must not be named.
    private static long? ThreadOf(Message message) =>
        message.IsTopicMessage is true && message.MessageThreadId is { } thread and not 1 ? thread : null;

    private static string? KindOf(Message message) => message switch
    {
        { Voice: not null } or { Audio: not null } => "语音",
        { Photo: not null } => "图片",
        { Video: not null } or { VideoNote: not null } => "视频",
        { Sticker: not null } => "表情贴纸",
        { Document: not null } => "文件",
        _ => null,
    };
}
