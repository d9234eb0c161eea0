using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Says which key of the web channel's settings is wrong, what it holds, and what it may hold.</summary>
internal sealed class WebOptionsValidation : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(WebOptions options)
    {
        string[] addresses = (options.Url ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0 || !addresses.All(IsListenAddress))
            yield return $"Web:Url 的值“{options.Url}”不可用：应为监听地址，例如 http://127.0.0.1:5080 或 http://*:5080，多个以分号隔开。";

        if (!string.IsNullOrEmpty(options.PublicUrl) && !IsPublicAddress(options.PublicUrl))
            yield return $"Web:PublicUrl 的值“{options.PublicUrl}”不可用：应为以 http:// 或 https:// 开头、不带参数的完整网址，例如 https://bot.example.cn，或留空。";

        if (options.RequestsPerMinute is < 0 or > WebOptions.MaximumRequestsPerMinute)
        {
            yield return $"Web:RequestsPerMinute 的值“{options.RequestsPerMinute}”不可用：" +
                $"应为 0（不限）至 {WebOptions.MaximumRequestsPerMinute} 的整数。";
        }
    }

    private static bool IsListenAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return (parsed.Scheme is "http" or "https") && parsed.Host.Length > 0 && parsed.Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPublicAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;
}
