
namespace Bot.Channels.Telegram;

/// <summary>Tells whether a message is meant for the bot, and what it then says to it.</summary>
internal sealed class Addressing(BotIdentity bot)
{
    private readonly string _mention = "@" + bot.Username;

    /// <returns>The words for the bot, its name taken out, perhaps empty; null when the message is not meant for it.</returns>
    public string? WordsOf(Message message)
    {
        var text = message.Text ?? message.Caption ?? "";
        var entities = message.Text is null ? message.CaptionEntities : message.Entities;
        if (ChatCommand.Read(text) is { } command)
            return IsForMe(command, message.Chat) ? text : null;
        var (words, isMentioned) = WithoutMentions(text, entities ?? []);
        if (message.Chat.IsPrivate)
            return words;
        var isReply = message.ReplyToMessage is { From: { } author } && author.Id == bot.Id;
        if (!isMentioned && !isReply)
            return null;
        // A bare mention under somebody's message asks about that message.
        return words.Length == 0 && !isReply && message.ReplyToMessage is { } quoted ? (quoted.Text ?? quoted.Caption ?? "").Trim() : words;
    }

    // A bare /command in a group may be another bot's; Telegram brings us only those that may be ours. In channels nobody else reads.
    private bool IsForMe(ChatCommand command, Chat chat) =>
        command.To is null || chat.IsPrivate || command.To.Equals(bot.Username, StringComparison.OrdinalIgnoreCase);

    private (string Words, bool IsMentioned) WithoutMentions(string text, MessageEntity[] entities)
    {
        var spans = entities.Where(e => IsMe(e, text)).Select(e => (e.Offset, e.Length)).ToList();
        // Telegram makes no entity of a name that Chinese stands before without a space.
        for (var at = text.IndexOf(_mention, StringComparison.OrdinalIgnoreCase);
            at >= 0 && bot.Username.Length > 0;
            at = text.IndexOf(_mention, at + _mention.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (IsWholeName(text, at + _mention.Length) && !spans.Exists(s => s.Offset <= at && at < s.Offset + s.Length))
                spans.Add((at, _mention.Length));
        }
        foreach (var (offset, length) in spans.OrderByDescending(s => s.Offset))
            text = text.Remove(offset, length);
        return (text.Trim(), spans.Count > 0);
    }

    private bool IsMe(MessageEntity entity, string text)
    {
        if (entity.Offset < 0 || entity.Length < 0 || entity.Offset + entity.Length > text.Length)
            return false;
        return entity.Type switch
        {
            "mention" => text.AsSpan(entity.Offset, entity.Length).Equals(_mention, StringComparison.OrdinalIgnoreCase),
            "text_mention" => entity.User?.Id == bot.Id,
            _ => false,
        };
    }

    private static bool IsWholeName(string text, int end) => end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_');
}
