namespace Bot.Channels.Telegram;

/// <summary>
/// The Bot API as the bot sees it. Name, method and requests are those of the package Telegram.Bot, so that it can take this place:
/// <c>client.SendRequest(new SendMessageRequest { ChatId = …, Text = … }, cancellationToken)</c>.
/// </summary>
internal interface ITelegramBotClient
{
    /// <exception cref="TelegramException">Telegram refused the request, or could not be reached.</exception>
    Task<TResponse> SendRequest<TResponse>(RequestBase<TResponse> request, CancellationToken cancellationToken);
}
