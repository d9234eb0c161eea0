using System.ComponentModel.DataAnnotations;

namespace Bot.Models;

/// <summary>The embedding model; any server that speaks the OpenAI API. Neither BaseUrl nor Model: none is used.</summary>
public sealed class EmbeddingModelOptions
{
    public const string SectionName = "Model:Embedding";

    /// <summary>Where the API starts, usually with /v1 at its end: https://api.openai.com/v1, http://127.0.0.1:11434/v1.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token; null or empty: none is sent (Ollama, vLLM without one).</summary>
    [DataType(DataType.Password)]
    public string? ApiKey { get; set; }

    /// <summary>The model's name as the server knows it; with Azure OpenAI the deployment's.</summary>
    public string? Model { get; set; }

    /// <summary>Length of the vectors asked for, 8 to 16384; null: the model's own, and the field is not sent.</summary>
    [Range(8, 16_384)]
    public int? Dimensions { get; set; }

    /// <summary>Texts in one request, 1 to 2048. DashScope takes at most 10, OpenAI 2048.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 10;

    /// <summary>Requests at a time, 1 to 64.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>Seconds that one attempt at a batch may take, 1 to 600. The waits between attempts get as much again.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds that a question waits for its vector, 1 to 60; then it is searched by its words alone.</summary>
    [Range(1, 60)]
    public int QuestionTimeoutSeconds { get; set; } = 2;

    /// <summary>How often a batch is tried, 1 to 10.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 4;

    /// <summary>Characters of one text that are sent, 100 to 100000; a longer one is represented by its beginning.</summary>
    [Range(100, 100_000)]
    public int MaxInputCharacters { get; set; } = 6000;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(BaseUrl) && !string.IsNullOrWhiteSpace(Model);
}
