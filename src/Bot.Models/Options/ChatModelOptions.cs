using System.ComponentModel.DataAnnotations;

namespace Bot.Models;

/// <summary>The chat model; any server that speaks the OpenAI API. Neither BaseUrl nor Model: none is used.</summary>
public sealed class ChatModelOptions
{
    public const string SectionName = "Model:Chat";

    /// <summary>Where the API starts, usually with /v1 at its end: https://api.openai.com/v1, http://127.0.0.1:11434/v1.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token; null or empty: none is sent (Ollama, vLLM without one).</summary>
    [DataType(DataType.Password)]
    public string? ApiKey { get; set; }

    /// <summary>The model's name as the server knows it; with Azure OpenAI the deployment's.</summary>
    public string? Model { get; set; }

    /// <summary>Seconds that one attempt may take until its first token, and that may lie between two tokens; 1 to 600.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Seconds for one answer in all, attempts and waits between them included; 1 to 3600.</summary>
    [Range(1, 3600)]
    public int BudgetSeconds { get; set; } = 60;

    /// <summary>How freely the model picks its words, 0 to 2; null: the model's own default. A model that takes no temperature is not sent one.</summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; set; } = 0;

    /// <summary>Longest answer in tokens, 16 to 131072; with most models that reason first, their reasoning included.</summary>
    [Range(16, 131_072)]
    public int MaxOutputTokens { get; set; } = 2048;

    /// <summary>
    /// Longest prompt in characters, instructions and sources together, 1000 to 2000000. A Chinese character is about
    /// one token. Longer ones are not sent.
    /// </summary>
    [Range(1000, 2_000_000)]
    public int MaxInputCharacters { get; set; } = 16_000;

    /// <summary>How often an answer is tried while nothing of it has been shown, 1 to 10.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(BaseUrl) && !string.IsNullOrWhiteSpace(Model);
}
