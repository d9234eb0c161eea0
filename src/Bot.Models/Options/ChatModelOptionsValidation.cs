using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>Says which key of the chat model's settings is wrong or missing, and the remedy.</summary>
public sealed class ChatModelOptionsValidation : IValidateOptions<ChatModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatModelOptions options) =>
        ConnectionRules.Check(ChatModelOptions.SectionName, options.BaseUrl, options.ApiKey, options.Model);
}
