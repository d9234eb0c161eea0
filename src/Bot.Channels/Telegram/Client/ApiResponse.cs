namespace Bot.Channels.Telegram;

/// <summary>What every call is answered with.</summary>
/// <param name="Result">Null unless <paramref name="Ok"/>.</param>
internal sealed record ApiResponse<T>(bool Ok, T? Result, int? ErrorCode, string? Description, ResponseParameters? Parameters);

/// <param name="RetryAfter">Seconds.</param>
internal sealed record ResponseParameters(long? MigrateToChatId, int? RetryAfter);
