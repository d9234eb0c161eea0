using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Retrieval;

namespace Bot.Channels.WeCom;

/// <summary>What a member did, as the journal keeps it until it is answered.</summary>
/// <param name="User">The member's id.</param>
/// <param name="Text">The words or the command; to <see cref="AppEventKind.Unreadable"/>, what it was in Chinese; else empty.</param>
internal sealed record AppEvent(string User, AppEventKind Kind, string Text)
{
    /// <param name="key">The same in each delivery.</param>
    public ChatEvent ToChatEvent(string key) => new(key, User, User, ToJson());

    /// <summary>In its place: the request to wait, in a lane of its own so that it is said before the answers that are waited for.</summary>
    public ChatEvent TooMany(string key) => new(key, $"{User}/wait", Person: null, (this with { Kind = AppEventKind.TooMany }).ToJson());

    /// <exception cref="JsonException">It was not written by this version.</exception>
    public static AppEvent Read(string json) =>
        JsonSerializer.Deserialize(json, AppJson.Default.AppEvent) ?? throw new JsonException("An event is null.");

    private string ToJson() => JsonSerializer.Serialize(this, AppJson.Default.AppEvent);
}

/// <summary>What kind of thing it was.</summary>
internal enum AppEventKind
{
    Said,

    /// <summary>No text: a picture, a voice, ….</summary>
    Unreadable,

    /// <summary>One question more than are answered at once.</summary>
    TooMany,
}

[JsonSerializable(typeof(AppEvent))]
[JsonSerializable(typeof(AppReply))]
internal sealed partial class AppJson : JsonSerializerContext;
