namespace Bot.TestServers;

/// <summary>Ends a call with a refusal.</summary>
internal sealed class TelegramRefusalException(TelegramRefusal refusal) : Exception(refusal.Description)
{
    public TelegramRefusal Refusal { get; } = refusal;

    public static TelegramRefusalException Bad(string problem) => new(new(400, $"Bad Request: {problem}"));

    public static TelegramRefusalException Forbidden(string problem) => new(new(403, $"Forbidden: {problem}"));
}
