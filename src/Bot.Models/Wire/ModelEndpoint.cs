namespace Bot.Models;

/// <summary>One configured model at one server.</summary>
internal sealed record ModelEndpoint(ModelKind Kind, Uri BaseUrl, string Model)
{
    /// <summary>The configuration's section, for messages that name a key.</summary>
    public string Section => Kind is ModelKind.Chat ? ChatModelOptions.SectionName : EmbeddingModelOptions.SectionName;

    /// <summary>Host, and the port where it isn't the scheme's own.</summary>
    public string Server => BaseUrl.Authority;

    /// <summary>gen_ai.provider.name: by the host, and "openai" for whoever else speaks its API.</summary>
    public string Provider => BaseUrl.Host switch
    {
        var host when host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase) => "azure.ai.openai",
        var host when host.EndsWith(".deepseek.com", StringComparison.OrdinalIgnoreCase) => "deepseek",
        var host when host.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase) => "dashscope",
        _ => "openai",
    };

    public static ModelEndpoint Of(ModelKind kind, string? baseUrl, string? model) =>
        string.IsNullOrWhiteSpace(baseUrl) || string.IsNullOrWhiteSpace(model)
            ? throw new ArgumentException($"The {kind} model is not configured: it needs BaseUrl and Model.")
            : new(kind, new Uri(baseUrl.Trim().TrimEnd('/')), model.Trim());
}
