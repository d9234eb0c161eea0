namespace Bot.Channels.Telegram;

/// <summary>Tells who runs a group: <c>getChatMember</c> says.</summary>
internal sealed class GroupAdministrators(ITelegramBotClient bot)
{
    /// <exception cref="TelegramException">Telegram can't be asked now.</exception>
    public async Task<bool> IsOneAsync(ChatPlace place, ChatPerson person, CancellationToken cancellationToken)
    {
        // Only its administrators can post as the group itself.
        if (person.Id == place.Chat)
            return true;
        try
        {
            var member = await bot.SendRequest(
                new GetChatMemberRequest { ChatId = TelegramNames.Parse(place.Chat), UserId = TelegramNames.Parse(person.Id) }, cancellationToken);
            return member.IsAdministrator;
        }
        catch (TelegramException e) when (e.Kind is TelegramFailure.Invalid or TelegramFailure.Forbidden)
        {
            // A channel that posts there, or somebody whom the bot can't see.
            return false;
        }
    }
}
