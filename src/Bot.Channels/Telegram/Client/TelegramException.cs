namespace Bot.Channels.Telegram;

/// <summary>A request to Telegram failed. The message says what happened, Chinese first; the token is never in it.</summary>
internal sealed class TelegramException(
    TelegramFailure kind, string chinese, string english, Exception? inner = null) : Exception($"{chinese} / {english}", inner)
{
    public TelegramFailure Kind { get; } = kind;

    /// <summary>Telegram's own words, masked; empty when it said none.</summary>
    public string Description { get; init; } = "";

    /// <summary>How long Telegram wants to be left alone; null unless <see cref="TelegramFailure.RateLimited"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The group's new id; null unless <see cref="TelegramFailure.Migrated"/>.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>True when the request may have been carried out though no answer came: sending again may send twice.</summary>
    public bool IsUncertain =>
        Kind is TelegramFailure.TimedOut or TelegramFailure.ConnectionLost or TelegramFailure.BadAnswer or TelegramFailure.ServerFault;
}
