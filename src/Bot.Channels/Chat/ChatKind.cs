namespace Bot.Channels;

/// <summary>Who reads along.</summary>
public enum ChatKind
{
    /// <summary>One person and the bot.</summary>
    Private,

    /// <summary>Several people: the bot speaks when it is spoken to.</summary>
    Group,

    /// <summary>Posts without an author, read by many.</summary>
    Channel,
}
