using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>What the address, key and name of a model must look like. Ranges of numbers stand at the options themselves.</summary>
internal static class ConnectionRules
{
    public static ValidateOptionsResult Check(string section, string? baseUrl, string? apiKey, string? model)
    {
        string[] problems = [.. Problems(section, baseUrl, apiKey, model)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(string section, string? baseUrl, string? apiKey, string? model)
    {
        bool hasAddress = !string.IsNullOrWhiteSpace(baseUrl), hasModel = !string.IsNullOrWhiteSpace(model);
        if (hasModel && !hasAddress)
        {
            yield return $"{section}:Model 已设置，但缺少 {section}:BaseUrl：请填模型服务的网址，例如 https://api.openai.com/v1，或删去 {section}:Model。" +
                $" | {section}:BaseUrl is missing: set the server's address, or remove {section}:Model.";
        }
        if (hasAddress && !hasModel)
        {
            yield return $"{section}:BaseUrl 已设置，但缺少 {section}:Model：请填模型名称，或删去 {section}:BaseUrl。" +
                $" | {section}:Model is missing: set the model's name, or remove {section}:BaseUrl.";
        }
        // The address itself is not shown: people do put passwords into addresses.
        if (hasAddress && !IsApiAddress(baseUrl!))
        {
            yield return $"{section}:BaseUrl 不可用：应为以 http:// 或 https:// 开头、不带参数、用户名和密码的网址，到 /v1 为止" +
                "（不含 /chat/completions、/embeddings），例如 https://api.openai.com/v1。" +
                $" | {section}:BaseUrl is not allowed: an http or https address without query, user and password, that ends before /chat/completions or /embeddings.";
        }
        if (!string.IsNullOrEmpty(apiKey) && !apiKey.All(c => c is > ' ' and < '\x7f'))
        {
            yield return $"{section}:ApiKey 不可用：含有空格、换行或非 ASCII 字符，请重新复制（值不显示）。" +
                $" | {section}:ApiKey is not allowed: it holds a blank, a line break or a character that is not ASCII (its value is not shown).";
        }
    }

    private static bool IsApiAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.UserInfo.Length == 0
        && !uri.AbsolutePath.Contains("/chat/completions", StringComparison.OrdinalIgnoreCase)
        && !uri.AbsolutePath.Contains("/embeddings", StringComparison.OrdinalIgnoreCase);
}
