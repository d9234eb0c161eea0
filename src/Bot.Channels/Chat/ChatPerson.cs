namespace Bot.Channels;

/// <summary>Who speaks.</summary>
/// <param name="Id">The platform's.</param>
/// <param name="Language">As the person's client says, e.g. zh-hans, en; null: unknown.</param>
public sealed record ChatPerson(string Id, string? Language = null);
