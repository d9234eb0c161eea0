using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

internal sealed record GetMeRequest() : RequestBase<User>("getMe");

internal sealed record GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    /// <summary>Confirms every update below it; null: nothing is confirmed.</summary>
    public long? Offset { get; init; }

    /// <summary>1 to 100.</summary>
    public int? Limit { get; init; }

    /// <summary>Seconds that the server waits for updates, at most 50.</summary>
    public int Timeout { get; init; }

    /// <summary>Null keeps the previous list.</summary>
    public string[]? AllowedUpdates { get; init; }

    [JsonIgnore]
    public override TimeSpan ServerWait => TimeSpan.FromSeconds(Timeout);
}

internal sealed record SetWebhookRequest() : RequestBase<bool>("setWebhook")
{
    public required string Url { get; init; }

    /// <summary>1 to 256 of A-Z, a-z, 0-9, _ and -; comes back in the header X-Telegram-Bot-Api-Secret-Token.</summary>
    public string? SecretToken { get; init; }

    /// <summary>1 to 100.</summary>
    public int? MaxConnections { get; init; }

    public string[]? AllowedUpdates { get; init; }
}

internal sealed record DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool? DropPendingUpdates { get; init; }
}
