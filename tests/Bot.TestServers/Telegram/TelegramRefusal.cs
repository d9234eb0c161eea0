namespace Bot.TestServers;

/// <summary>What a call is answered with instead of what it asked for.</summary>
/// <param name="Description">Telegram's words, with their prefix: Bad Request: chat not found.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Loss">The connection ends without an answer: before the call is carried out, or after.</param>
public sealed record TelegramRefusal(
    int Code, string Description, int? RetryAfter = null, long? MigrateToChatId = null, AnswerLoss Loss = AnswerLoss.None)
{
    /// <summary>The call never arrives.</summary>
    public static TelegramRefusal LostRequest { get; } = new(0, "", Loss: AnswerLoss.Request);

    /// <summary>The call is carried out, and nobody hears of it.</summary>
    public static TelegramRefusal LostAnswer { get; } = new(0, "", Loss: AnswerLoss.Answer);

    public static TelegramRefusal Flood(int seconds) => new(429, $"Too Many Requests: retry after {seconds}", RetryAfter: seconds);
}
