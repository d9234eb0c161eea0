
namespace Bot.Channels.Telegram;

/// <summary>What an update means to the bot.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>Somebody speaks to the bot.</summary>
    /// <param name="MessageId">Of their message: the answer is a reply to it.</param>
    public sealed record Said(ChatRequest Request, long MessageId) : Incoming;

    /// <summary>Somebody sends what the bot can't read: a voice message, a picture, a sticker.</summary>
    /// <param name="What">Its kind in Chinese.</param>
    public sealed record Unreadable(ChatRequest Request, long MessageId, string What) : Incoming;

    /// <summary>Somebody presses a button.</summary>
    /// <param name="MessageId">Of the message that has the button.</param>
    /// <param name="Press">Null: a button of an older version.</param>
    public sealed record Pressed(ChatRequest Request, long MessageId, string QueryId, string? Label, ButtonPress? Press) : Incoming;

    /// <summary>The group has a new id.</summary>
    public sealed record Moved(long From, long To) : Incoming;

    /// <summary>The bot was added to a group or a channel.</summary>
    public sealed record Added(ChatRequest Request) : Incoming;

    /// <summary>The bot was removed from a chat, or a person blocked it.</summary>
    public sealed record Removed(long Chat) : Incoming;

    /// <summary>Not meant for the bot.</summary>
    public sealed record Nothing : Incoming;
}
