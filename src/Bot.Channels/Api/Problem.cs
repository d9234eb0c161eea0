using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>What went wrong with a request and how to mend it (RFC 9457), in Chinese.</summary>
/// <param name="Type">A stable name for programs (the page words it in English by it).</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>The parameter or field that is wrong; null, and left out, where it is not one of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    public const string ContentType = "application/problem+json; charset=utf-8";

    private const string TypePrefix = "urn:bot:problem:";

    public static Problem Of(int status, string name, string title, string detail) =>
        new(TypePrefix + name, title, status, detail);

    public static Problem BadRequest(string name, string title, string detail) =>
        Of(StatusCodes.Status400BadRequest, name, title, detail);

    public static Problem NotFound(string detail) =>
        Of(StatusCodes.Status404NotFound, "not-found", "没有找到", detail);

    public static Problem TooManyRequests(int retryAfterSeconds) => Of(
        StatusCodes.Status429TooManyRequests,
        "too-many-requests",
        "提问太快",
        string.Create(CultureInfo.InvariantCulture, $"您在一分钟内的提问已达上限，请在 {retryAfterSeconds} 秒后再试。"));

    public static Problem Failure { get; } = Of(
        StatusCodes.Status500InternalServerError,
        "failure",
        "暂时无法回答",
        "服务在处理时出了错，问题没有得到回答。请稍后重试；若一再出现，请联系管理员查看日志。");

    /// <summary>The index can't be asked now.</summary>
    public static Problem Unavailable(IndexUnavailableException cause) =>
        Of(StatusCodes.Status503ServiceUnavailable, "index-unavailable", "暂时查不到报告", cause.Message);

    /// <summary>The problem for a response that has a status but no words of its own.</summary>
    public static Problem OfStatus(int status, string path) => status switch
    {
        StatusCodes.Status404NotFound => NotFound($"没有 {path} 这个地址，请核对网址。"),
        StatusCodes.Status405MethodNotAllowed =>
            Of(status, "method-not-allowed", "请求方法不对", $"{path} 不接受这种请求方法，允许的方法见响应头 Allow。"),
        _ => Of(status, "http-" + status.ToString(CultureInfo.InvariantCulture), "请求未能完成", $"请求 {path} 未能完成（HTTP {status}）。"),
    };

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(this, WireJson.Wire.Problem, ContentType, context.RequestAborted);
    }
}
