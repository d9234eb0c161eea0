using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Bot.Channels.WeCom;

/// <summary>A text as any message holds it.</summary>
internal sealed record WireContent(string Content);

/// <summary>message/send. https://developer.work.weixin.qq.com/document/path/90236</summary>
/// <param name="EnableDuplicateCheck">1: dropped where the same was sent a while ago; null: never.</param>
internal sealed record WireAppMessage(
    string Touser, int Agentid, string Msgtype, WireContent? Markdown, WireContent? Text, int? EnableDuplicateCheck, int? DuplicateCheckInterval);

/// <summary>webhook/send and response_url. https://developer.work.weixin.qq.com/document/path/91770</summary>
internal sealed record WireGroupMessage(string Msgtype, WireContent? Markdown, WireContent? Text);

/// <summary>menu/create. https://developer.work.weixin.qq.com/document/path/90231</summary>
internal sealed record WireMenu(WireMenuButton[] Button);

/// <param name="Name">At most 16 bytes.</param>
/// <param name="Key">Comes back with the click.</param>
internal sealed record WireMenuButton(string Type, string Name, string Key);

/// <summary>What every call is answered with, and the parts that some add.</summary>
/// <param name="Errcode">0: well; null: it is no answer of WeCom's.</param>
internal sealed record WireAnswer(
    int? Errcode, string? Errmsg, string? AccessToken, int? ExpiresIn, string? Msgid, string? Invaliduser, string? Unlicenseduser);

/// <summary>Names as the API has them.</summary>
internal static class WireNames
{
    /// <summary>The <c>msgtype</c> of a text in this dialect.</summary>
    public static string WireName(this WeComDialect dialect) => dialect switch
    {
        WeComDialect.Text => "text",
        WeComDialect.Markdown => "markdown",
        _ => "markdown_v2",
    };
}

/// <summary>How calls and answers are written: names in snake_case, absent things left out, Chinese as it is.</summary>
[JsonSerializable(typeof(WireAppMessage))]
[JsonSerializable(typeof(WireGroupMessage))]
[JsonSerializable(typeof(WireMenu))]
[JsonSerializable(typeof(WireAnswer))]
internal sealed partial class WeComJson : JsonSerializerContext
{
    public static WeComJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
