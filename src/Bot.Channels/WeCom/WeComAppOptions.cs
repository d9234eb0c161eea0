using System.ComponentModel.DataAnnotations;

namespace Bot.Channels.WeCom;

/// <summary>A self-built app (自建应用): all five, or none.</summary>
public sealed class WeComAppOptions
{
    /// <summary>Where the bot listens for callbacks.</summary>
    public const string Path = "/wecom/app";

    /// <summary>The corporation's id, ww…</summary>
    public string? CorpId { get; set; }

    /// <summary>The app's number; null: none.</summary>
    public int? AgentId { get; set; }

    [DataType(DataType.Password)]
    public string? Secret { get; set; }

    /// <summary>Signs callbacks; as it stands on the app's page for receiving messages.</summary>
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>Seals callbacks: 43 characters.</summary>
    [DataType(DataType.Password)]
    public string? EncodingAesKey { get; set; }

    internal bool IsConfigured =>
        AgentId is not null || !string.IsNullOrEmpty(CorpId) || !string.IsNullOrEmpty(Secret) || !string.IsNullOrEmpty(Token) || !string.IsNullOrEmpty(EncodingAesKey);
}
