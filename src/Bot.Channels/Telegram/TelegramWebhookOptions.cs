using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.Telegram;

/// <summary>Has Telegram call the bot instead of being asked for updates.</summary>
public sealed class TelegramWebhookOptions
{
    /// <summary>Where the bot listens for it.</summary>
    public const string Path = "/telegram/webhook";

    /// <summary>The public https address that leads to <see cref="Path"/>; null or empty: updates are asked for (long polling).</summary>
    public string? Url { get; set; }

    /// <summary>1 to 256 of A-Z, a-z, 0-9, _ and -: what Telegram proves itself by. Needed with <see cref="Url"/>.</summary>
    [DataType(DataType.Password)]
    public string? SecretToken { get; set; }

    internal bool IsUsed => !string.IsNullOrEmpty(Url);
}
