using Bot.Configuration;
using Bot.Models;
using Bot.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Composition;

/// <summary>The embedding model, where one is configured, with what it gave before.</summary>
internal sealed class ConfiguredEmbedder : IDisposable
{
    private readonly VectorCache? _cache;

    /// <exception cref="ConfigurationException">The model's settings or the data folder can't be used.</exception>
    public ConfiguredEmbedder(
        ModelClients models, IOptions<EmbeddingModelOptions> model, IOptions<StorageOptions> storage, TimeProvider time, ILoggerFactory loggers)
    {
        if (models.Embedding is not { } generator)
            return;
        var options = model.Value;
        var folder = storage.Value.FullPath;
        _cache = Rooms.InFolder(folder, () => VectorCache.Open(folder, time, loggers.CreateLogger<VectorCache>()));
        var settings = new EmbedderSettings(options.Model!.Trim()) // configured, so it has a name
        {
            Dimensions = options.Dimensions,
            TextsAtOnce = options.BatchSize * options.Concurrency,
            QuestionTimeout = TimeSpan.FromSeconds(options.QuestionTimeoutSeconds),
        };
        Embedder = new PassageEmbedder(generator, settings, _cache, time, loggers.CreateLogger<PassageEmbedder>());
    }

    /// <summary>Null: none is configured; search is lexical.</summary>
    public IPassageEmbedder? Embedder { get; }

    public void Dispose() => _cache?.Dispose();
}
