using System.Globalization;

namespace Bot.Channels.Telegram;

/// <summary>What Telegram's ids are called elsewhere in the house.</summary>
internal static class TelegramNames
{
    public const string Platform = "telegram";

    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place of a chat and, if any, a topic of it.</summary>
    public static ChatPlace PlaceOf(Chat chat, long? thread) => new(
        Platform,
        Of(chat.Id),
        thread is { } topic ? Of(topic) : null,
        chat.IsPrivate ? ChatKind.Private : chat.IsChannel ? ChatKind.Channel : ChatKind.Group);

    /// <summary>The chat and the topic that a lane is.</summary>
    public static (long Chat, long? Thread) Read(string lane)
    {
        var parts = lane.Split('/');
        return (Parse(parts[0]), parts.Length > 1 ? Parse(parts[1]) : null);
    }

    public static long Parse(string id) => long.Parse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
