using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.WeCom;

/// <summary>An AI bot (智能机器人), by callbacks (<see cref="Token"/>, <see cref="EncodingAesKey"/>) or by WebSocket (<see cref="BotId"/>, <see cref="Secret"/>): one of the two.</summary>
public sealed class WeComBotOptions
{
    /// <summary>Where the bot listens for callbacks.</summary>
    public const string Path = "/wecom/bot";

    /// <summary>Signs callbacks.</summary>
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>Seals callbacks: 43 characters.</summary>
    [DataType(DataType.Password)]
    public string? EncodingAesKey { get; set; }

    /// <summary>The bot's id for a connection of the bot's own, which needs no public address.</summary>
    public string? BotId { get; set; }

    [DataType(DataType.Password)]
    public string? Secret { get; set; }

    /// <summary>Where that connection leads.</summary>
    public string WebSocketUrl { get; set; } = "wss://openws.work.weixin.qq.com";

    internal bool UsesCallbacks => !string.IsNullOrEmpty(Token) || !string.IsNullOrEmpty(EncodingAesKey);

    internal bool UsesWebSocket => !string.IsNullOrEmpty(BotId) || !string.IsNullOrEmpty(Secret);

    internal bool IsConfigured => UsesCallbacks || UsesWebSocket;
}
