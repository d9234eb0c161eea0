using Bot.TestServers;
using Microsoft.Extensions.AI;

namespace Bot.Benchmarks;

/// <summary>An embedding model that takes no time to speak of: what is measured is the index.</summary>
internal sealed class LetterModel(int dimensions) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(BigramEmbedding.Of(text, dimensions)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }
}
