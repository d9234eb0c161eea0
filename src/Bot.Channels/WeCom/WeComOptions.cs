using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.WeCom;

/// <summary>How the bot reaches WeCom, and whom it answers there. Nothing given: WeCom is not used.</summary>
public sealed class WeComOptions
{
    public const string SectionName = "WeCom";

    /// <summary>Where the API answers: WeCom's own servers, or a proxy with an address that WeCom trusts.</summary>
    public string BaseUrl { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>Longest time until a call is answered, in seconds, 1 to 600.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How far the time of a callback may lie from this machine's, in seconds, 10 to 3,600.</summary>
    public int CallbackWindowSeconds { get; set; } = 300;

    /// <summary>Ids of members and of groups that are answered; empty: all are.</summary>
    public IdList AllowedChats { get; set; } = [];

    /// <summary>Ids of members who may use the commands for administrators; they are always answered.</summary>
    public IdList Administrators { get; set; } = [];

    /// <summary>Questions one member may ask in a minute, 0 to 10,000; 0: no limit.</summary>
    public int QuestionsPerMinute { get; set; } = 20;

    /// <summary>Questions one group may ask in a minute, 0 to 10,000; 0: no limit. WeCom itself takes 30 messages a minute per chat.</summary>
    public int QuestionsPerMinuteInGroup { get; set; } = 20;

    public WeComAppOptions App { get; set; } = new();

    public WeComBotOptions Bot { get; set; } = new();

    /// <summary>Keys or addresses of group webhooks (群机器人) that are told of new reports.</summary>
    [DataType(DataType.Password)]
    public IdList GroupWebhooks { get; set; } = [];

    internal ChatAccessOptions Access => new([.. AllowedChats], [.. Administrators], QuestionsPerMinute, QuestionsPerMinuteInGroup);
}
