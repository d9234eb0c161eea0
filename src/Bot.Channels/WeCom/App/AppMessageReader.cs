namespace Bot.Channels.WeCom;

/// <summary>
/// Reads the plaintext of a callback to an app. https://developer.work.weixin.qq.com/document/path/90239,
/// https://developer.work.weixin.qq.com/document/path/90240
/// </summary>
internal static class AppMessageReader
{
    /// <param name="Key">What the platform's second delivery is recognised by.</param>
    /// <param name="Event">Null: nothing that is answered.</param>
    public sealed record Message(string Key, AppEvent? Event);

    /// <returns>Null when it is no message: not well formed, or a part is missing or doubled.</returns>
    public static Message? Read(string xml)
    {
        if (CallbackXml.Read(xml) is not { } parts || Part(parts, "FromUserName") is not { } user || !IsOnePerson(user) || Part(parts, "MsgType") is not { } kind)
            return null;
        if (kind == "event")
            return ReadEvent(parts, user);
        if (Part(parts, "MsgId") is not { } id)
            return null;
        if (kind != "text")
            return new Message($"m:{id}", new AppEvent(user, AppEventKind.Unreadable, NameOf(kind)));
        return parts.TryGetValue("Content", out var content) ? new Message($"m:{id}", new AppEvent(user, AppEventKind.Said, content.Trim())) : null;
    }

    // "a|b" and "@all" are several to whom an answer would go.
    private static bool IsOnePerson(string user) => !user.Contains('|', StringComparison.Ordinal) && user[0] != '@';

    // Events have no id of their own.
    private static Message? ReadEvent(IReadOnlyDictionary<string, string> parts, string user)
    {
        if (Part(parts, "Event") is not { } name || Part(parts, "CreateTime") is not { } time)
            return null;
        var key = parts.GetValueOrDefault("EventKey", "");
        var command = name switch
        {
            "subscribe" => "/start",
            "click" when AppMenu.IsOurs(key) => $"/{key}",
            _ => null,
        };
        return new Message($"e:{user}:{time}:{name}:{key}", command is null ? null : new AppEvent(user, AppEventKind.Said, command));
    }

    private static string? Part(IReadOnlyDictionary<string, string> parts, string name) =>
        parts.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string NameOf(string kind) => kind switch
    {
        "image" => "图片",
        "voice" => "语音",
        "video" => "视频",
        "location" => "位置",
        "link" => "链接",
        "file" => "文件",
        _ => "这类消息",
    };
}
