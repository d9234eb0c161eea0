using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.Telegram;

/// <summary>How the bot reaches Telegram, and whom it answers there.</summary>
public sealed class TelegramOptions
{
    public const string SectionName = "Telegram";

    /// <summary>The token that BotFather gave, digits:letters; null or empty: Telegram is not used.</summary>
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>Where the Bot API answers: Telegram's own servers, or a Bot API server of one's own.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Longest time until a call is answered, in seconds, 1 to 600; a long poll may take its own wait on top.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Ids of chats and persons that are answered; empty: everybody is.</summary>
    public IdList AllowedChats { get; set; } = [];

    /// <summary>Ids of persons who may use the commands for administrators; they are always answered.</summary>
    public IdList Administrators { get; set; } = [];

    /// <summary>Questions one person may ask in a minute, 0 to 10,000; 0: no limit.</summary>
    public int QuestionsPerMinute { get; set; } = 20;

    /// <summary>Questions one group may ask in a minute, 0 to 10,000; 0: no limit. Telegram itself takes about 20 messages a minute per group.</summary>
    public int QuestionsPerMinuteInGroup { get; set; } = 20;

    public TelegramWebhookOptions Webhook { get; set; } = new();

    internal bool IsConfigured => !string.IsNullOrEmpty(Token);
}
