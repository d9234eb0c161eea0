using System.Text.Json.Serialization;

namespace Bot.Channels.Telegram;

/// <param name="Type">private, group, supergroup, channel; new ones may come.</param>
/// <param name="IsForum">The supergroup has topics.</param>
internal sealed record Chat(long Id, string Type, string? Title = null, string? Username = null, bool? IsForum = null)
{
    [JsonIgnore]
    public bool IsPrivate => Type == "private";

    [JsonIgnore]
    public bool IsGroup => Type is "group" or "supergroup";

    [JsonIgnore]
    public bool IsChannel => Type == "channel";
}

/// <param name="LanguageCode">IETF tag of the person's client; null when unknown.</param>
/// <param name="CanReadAllGroupMessages">Of getMe: privacy mode is off.</param>
/// <param name="HasTopicsEnabled">Of getMe: private chats have topics.</param>
internal sealed record User(
    long Id,
    bool IsBot,
    string FirstName,
    string? LastName = null,
    string? Username = null,
    string? LanguageCode = null,
    bool? CanJoinGroups = null,
    bool? CanReadAllGroupMessages = null,
    bool? SupportsInlineQueries = null,
    bool? HasTopicsEnabled = null);

/// <param name="Status">creator, administrator, member, restricted, left, kicked.</param>
internal sealed record ChatMember(string Status, User User)
{
    [JsonIgnore]
    public bool IsAdministrator => Status is "creator" or "administrator";
}
