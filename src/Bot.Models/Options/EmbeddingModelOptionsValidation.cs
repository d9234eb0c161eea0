using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>Says which key of the embedding model's settings is wrong or missing, and the remedy.</summary>
public sealed class EmbeddingModelOptionsValidation : IValidateOptions<EmbeddingModelOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingModelOptions options) =>
        ConnectionRules.Check(EmbeddingModelOptions.SectionName, options.BaseUrl, options.ApiKey, options.Model);
}
