using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>The models that are configured.</summary>
public sealed class ModelClients : IDisposable
{
    /// <exception cref="OptionsValidationException">A section is half configured, or an address can't be used.</exception>
    public ModelClients(
        IOptions<ChatModelOptions> chat, IOptions<EmbeddingModelOptions> embedding, ModelHealth health, TimeProvider time, ILoggerFactory loggers)
    {
        Chat = chat.Value.IsConfigured ? new OpenAiChatClient(chat.Value, health, time, loggers.CreateLogger<OpenAiChatClient>()) : null;
        Embedding = embedding.Value.IsConfigured
            ? new OpenAiEmbeddingGenerator(embedding.Value, health, time, loggers.CreateLogger<OpenAiEmbeddingGenerator>())
            : null;
    }

    /// <summary>Null: no chat model is configured; answers are extractive.</summary>
    public OpenAiChatClient? Chat { get; }

    /// <summary>Null: no embedding model is configured; search is lexical.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embedding { get; }

    public void Dispose()
    {
        Chat?.Dispose();
        Embedding?.Dispose();
    }
}
