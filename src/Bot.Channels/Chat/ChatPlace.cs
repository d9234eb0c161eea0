namespace Bot.Channels;

/// <summary>Where something was said, and where the bot answers.</summary>
/// <param name="Platform">telegram, wecom-app, wecom-bot.</param>
/// <param name="Chat">The platform's name of the chat.</param>
/// <param name="Thread">The topic in it; null: the chat itself.</param>
public sealed record ChatPlace(string Platform, string Chat, string? Thread, ChatKind Kind)
{
    /// <summary>What is said here is answered one after the other.</summary>
    public string Lane => Thread is null ? Chat : $"{Chat}/{Thread}";
}
