using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels;

/// <summary>Lets through whoever sends <c>Authorization: Bearer</c> with Admin:Key.</summary>
internal sealed class AdminGate(IOptions<AdminOptions> options, FailedAttempts failures)
{
    private const string Scheme = "Bearer ";

    private static readonly Problem Off = Problem.Of(
        StatusCodes.Status403Forbidden,
        "corrections-off",
        "没有开放更正",
        $"更正没有开放。要开放，请管理员在设置中给出 Admin:Key（至少 {AdminOptions.MinimumKeyLength} 个字符）后重新启动。");

    private static readonly Problem Missing = Problem.Of(
        StatusCodes.Status401Unauthorized, "key-missing", "需要管理密钥", "请在请求头 Authorization 中给出管理密钥：Bearer 密钥。");

    private static readonly Problem Wrong = Problem.Of(
        StatusCodes.Status401Unauthorized, "key-wrong", "管理密钥不对", "管理密钥不对，请核对后再试；密钥由管理员在设置 Admin:Key 中给出。");

    private readonly byte[]? _key = options.Value.Key is { Length: > 0 } key ? Digest(key) : null;

    public bool IsOpen => _key is not null;

    /// <summary>Why this request may not pass, its headers set; null: it may.</summary>
    public Problem? FindProblem(HttpContext context)
    {
        if (_key is null)
            return Off;
        if (KeyIn(context.Request) is not { } given)
            return Challenge(context, Missing);

        // Before the key is looked at: a right guess among too many must not be told from a wrong one.
        string client = FailedAttempts.ClientOf(context.Connection.RemoteIpAddress);
        if (failures.WaitOf(client) is { } wait)
            return Refuse(context, wait);
        if (CryptographicOperations.FixedTimeEquals(Digest(given), _key))
        {
            failures.Forget(client);
            return null;
        }

        failures.Note(client);
        return Challenge(context, Wrong);
    }

    private static string? KeyIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    private static Problem Challenge(HttpContext context, Problem problem)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"corrections\"";
        return problem;
    }

    private static Problem Refuse(HttpContext context, TimeSpan wait)
    {
        int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(
            StatusCodes.Status429TooManyRequests,
            "too-many-keys",
            "密钥试得太多",
            string.Create(CultureInfo.InvariantCulture, $"管理密钥已错了 {FailedAttempts.Allowed} 次，请在 {seconds} 秒后再试。"));
    }

    // Of one length whatever the key's, so that comparing takes one time.
    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
