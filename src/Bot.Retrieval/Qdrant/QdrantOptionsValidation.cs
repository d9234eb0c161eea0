using Microsoft.Extensions.Options;

namespace Bot.Retrieval;

/// <summary>Says which key of Qdrant's settings is wrong, what it holds, and what it may hold. The key itself is never shown.</summary>
public sealed class QdrantOptionsValidation : IValidateOptions<QdrantOptions>
{
    private const int SmallestBatch = 64 << 10;

    // What a request holds besides its points.
    private const int LargestBatch = QdrantOptions.LargestRequest - (1 << 20);

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
            yield return Unusable("Urls", options.Urls, "以 http:// 或 https:// 开头、不带用户名和参数的地址，例如 http://127.0.0.1:6333，多个以分号隔开");
        if (options.ApiKey is { } key && key.Any(c => c is < '!' or > '~'))
            yield return Unusable("ApiKey", "***", "Qdrant 的密钥原文，只含英文字母、数字和符号，前后没有空格，或留空");
        if (!IsCollectionName(options.Collection))
            yield return Unusable("Collection", options.Collection, $"1 至 {LongestName} 个英文字母、数字、“-”、“_”，例如 policy-reports");
        foreach (var (number, value, least, most) in new[]
        {
            ("Shards", options.Shards, 1, 256),
            ("Replicas", options.Replicas, 1, 16),
            ("TimeoutSeconds", options.TimeoutSeconds, 1, 300),
            ("BatchBytes", options.BatchBytes, SmallestBatch, LargestBatch),
            ("RefreshSeconds", options.RefreshSeconds, 1, 20),
        })
        {
            if (value < least || value > most)
                yield return Unusable(number, $"{value}", $"{least} 至 {most} 的整数");
        }
    }

    private static string Unusable(string key, string? value, string allowed) =>
        $"{QdrantOptions.SectionName}:{key} 的值“{value}”不可用：应为{allowed}。";

    private static bool IsNodeAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    private static bool IsCollectionName(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
