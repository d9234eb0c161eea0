using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Bot.TestServers;

/// <summary>
/// An embedding model in this process: <see cref="BigramEmbedding"/>, where words may be taught to mean the same. It counts what it is
/// given, and fails or hangs when told to. Thread safe.
/// </summary>
public sealed class ToyEmbeddingModel(int dimensions = 256) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentDictionary<string, string> _meanings = new();

    /// <summary>Every text it gave a vector for, in order.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Length of its vectors.</summary>
    public int Dimensions { get; set; } = dimensions;

    /// <summary>Calls that still succeed; then all fail.</summary>
    public int CallsLeft { get; set; } = int.MaxValue;

    /// <summary>Answers nothing, and doesn't end when it is told to.</summary>
    public bool Hangs { get; set; }

    /// <summary>Changes the vectors it gives.</summary>
    public Func<float[], float[]> Shape { get; set; } = vector => vector;

    /// <summary>Wherever <paramref name="words"/> stand it reads <paramref name="meaning"/>: so a paraphrase is near that shares no word.</summary>
    public ToyEmbeddingModel Teach(string words, string meaning)
    {
        _meanings[words] = meaning;
        return this;
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Hangs)
            await new TaskCompletionSource().Task;
        if (CallsLeft <= 0)
            throw new HttpRequestException("the toy model is down");
        CallsLeft--;
        string[] texts = [.. values];
        foreach (var text in texts)
            _texts.Enqueue(text);
        return new(texts.Select(text => new Embedding<float>(Shape(BigramEmbedding.Of(Meaning(text), Dimensions)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }

    private string Meaning(string text) =>
        _meanings.Aggregate(text, (read, pair) => read.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
}
