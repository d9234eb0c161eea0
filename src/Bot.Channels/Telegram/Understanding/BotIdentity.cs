namespace Bot.Channels.Telegram;

/// <summary>Who the bot is on Telegram, as getMe says.</summary>
/// <param name="Username">Without @.</param>
/// <param name="ReadsGroups">Privacy mode is off: every message of a group comes in, not only those that surely mean the bot.</param>
internal sealed record BotIdentity(long Id, string Username, bool ReadsGroups)
{
    public static BotIdentity Of(User me) => new(me.Id, me.Username ?? "", me.CanReadAllGroupMessages is true);
}
