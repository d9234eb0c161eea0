using Microsoft.Extensions.Options;

namespace Bot.Retrieval;

/// <summary>Says which key of Qdrant's settings is wrong, what it holds, and what it may hold, beside what their ranges say. The key itself is never shown.</summary>
public sealed class QdrantOptionsValidation : IValidateOptions<QdrantOptions>
{
    private const int LongestName = 100;

    public ValidateOptionsResult Validate(string? name, QdrantOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(QdrantOptions options)
    {
        string[] addresses = (options.Urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0 || !addresses.All(IsNodeAddress))
            yield return Unusable("Urls", options.Urls, "以 http:// 或 https:// 开头、不带用户名和参数的地址，例如 http://127.0.0.1:6333，多个以分号隔开",
                "addresses that start with http:// or https://, without user or query, parted by semicolons");
        if (options.ApiKey is { } key && key.Any(c => c is < '!' or > '~'))
            yield return Unusable("ApiKey", "***", "Qdrant 的密钥原文，只含英文字母、数字和符号，前后没有空格，或留空",
                "Qdrant's key as it is, visible ASCII characters only, or empty");
        if (!IsCollectionName(options.Collection))
            yield return Unusable("Collection", options.Collection, $"1 至 {LongestName} 个英文字母、数字、“-”、“_”，例如 policy-reports",
                $"1 to {LongestName} ASCII letters, digits, '-' and '_'");
    }

    private static string Unusable(string key, string? value, string chinese, string english) => $"""
        配置项 {QdrantOptions.SectionName}:{key} 的值“{value}”不可用：应为{chinese}。
          {QdrantOptions.SectionName}:{key} = "{value}" is not allowed: {english}.
        """;

    private static bool IsNodeAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    private static bool IsCollectionName(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
