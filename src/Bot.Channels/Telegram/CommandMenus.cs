namespace Bot.Channels.Telegram;

/// <summary>Sets the menus of commands: Chinese for everybody, English for clients set to it, more for administrators in their own chat.</summary>
internal static class CommandMenus
{
    // What makes sense among many; the rest would only crowd the menu.
    private static readonly string[] s_inGroups = ["help", "ask", "match", "figures", "compare", "reports", "subscribe", "unsubscribe"];

    /// <exception cref="TelegramException" />
    public static async Task SetAsync(
        ITelegramBotClient bot, IReadOnlyList<IChatCommand> commands, IEnumerable<string> administrators, CancellationToken cancellationToken)
    {
        var forAll = commands.Where(c => !c.IsForAdministrators).ToList();
        foreach (var language in new string?[] { null, "en" })
        {
            await SetAsync(forAll, new BotCommandScope("all_private_chats"), language);
            await SetAsync([.. forAll.Where(c => s_inGroups.Contains(c.Name))], new BotCommandScope("all_group_chats"), language);
            foreach (var administrator in administrators)
                await TrySetAsync(commands, new BotCommandScope("chat", TelegramNames.Parse(administrator)), language);
        }

        Task SetAsync(IReadOnlyList<IChatCommand> shown, BotCommandScope scope, string? language) => bot.SendRequest(
            new SetMyCommandsRequest
            {
                Commands = [.. shown.Select(c => new BotCommand(c.Name, language is null ? c.Chinese : c.English))],
                Scope = scope,
                LanguageCode = language,
            },
            cancellationToken);

        async Task TrySetAsync(IReadOnlyList<IChatCommand> shown, BotCommandScope scope, string? language)
        {
            try
            {
                await SetAsync(shown, scope, language);
            }
            catch (TelegramException e) when (e.Kind is TelegramFailure.ChatMissing or TelegramFailure.Invalid)
            {
                // An administrator who has never spoken to the bot has no chat with it yet.
            }
        }
    }
}
