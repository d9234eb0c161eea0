using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Embeds with a model, and remembers what it gave in a cache.</summary>
/// <param name="generator">Fails as a whole: it is given a slice of the texts at a time. Not disposed here, nor is the cache.</param>
public sealed class PassageEmbedder(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    EmbedderSettings settings,
    VectorCache cache,
    TimeProvider time,
    ILogger<PassageEmbedder> logger) : IPassageEmbedder
{
    // What a vector's length is asked with, where it isn't configured.
    private const string AnyText = "1";

    private readonly QuestionVectors _questions = new();
    private readonly QuestionTrouble _trouble = new(time, logger);
    private EmbeddingModel? _model = settings.Dimensions is { } dimensions ? new EmbeddingModel(settings.Model, dimensions) : null;

    public async Task<EmbeddingModel> ModelAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _model) is null)
            await GenerateAsync([AnyText], cancellationToken);
        return _model!; // set by the first vector
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var model = await ModelAsync(cancellationToken);
        var vectors = cache.Find(model, texts);
        var missing = Enumerable.Range(0, texts.Count).Where(i => vectors[i] is null).ToLookup(i => texts[i]);
        foreach (var slice in missing.Chunk(settings.TextsAtOnce))
        {
            string[] sent = [.. slice.Select(same => same.Key)];
            var given = await GenerateAsync(sent, cancellationToken);
            cache.Keep(model, sent, given);
            foreach (var (same, vector) in slice.Zip(given))
                foreach (var i in same)
                    vectors[i] = vector;
        }
        return [.. vectors.Select(v => (ReadOnlyMemory<float>)v)];
    }

    public async Task<ReadOnlyMemory<float>?> EmbedQuestionAsync(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (_questions.Find(text) is { } known)
            return known;
        if (!_trouble.MayAsk())
            return null;
        using var late = new CancellationTokenSource(settings.QuestionTimeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // Not every client ends when it is told to.
            var vector = (await GenerateAsync([text], ended.Token).WaitAsync(ended.Token))[0];
            _trouble.Passed();
            _questions.Keep(text, vector);
            return vector;
        }
        // Whatever is wrong with the model, the search goes on without it; it is logged.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _trouble.Came(late.IsCancellationRequested ? $"no answer within {settings.QuestionTimeout.TotalSeconds} s" : e.Message);
            return null;
        }
    }

    public Task ForgetUnusedAsync(long count, Func<IEnumerable<string>> texts, CancellationToken cancellationToken) =>
        _model is { } model ? Task.Run(() => cache.ForgetUnused(model, count, texts), cancellationToken) : Task.CompletedTask;

    private async Task<float[][]> GenerateAsync(string[] texts, CancellationToken cancellationToken)
    {
        var given = await generator.GenerateAsync(texts, options: null, cancellationToken);
        if (given.Count != texts.Length)
            throw Refused($"{given.Count} 个，应为 {texts.Length} 个", $"{given.Count} vectors for {texts.Length} texts");
        return [.. given.Select(embedding => Checked(embedding.Vector.ToArray()))];
    }

    private float[] Checked(float[] vector)
    {
        if (UnitVector.ProblemOf(vector) is { } problem)
            throw Refused("不可用（空、全零或非有限数）", $"a vector that {problem}");
        Interlocked.CompareExchange(ref _model, new EmbeddingModel(settings.Model, vector.Length), null);
        if (vector.Length != _model.Dimensions)
            throw Refused($"长度为 {vector.Length}，应为 {_model.Dimensions}", $"a vector of {vector.Length} numbers instead of {_model.Dimensions}");
        UnitVector.Normalise(vector);
        return VectorCache.Rounded(vector);
    }

    private InvalidDataException Refused(string chinese, string english) => new(
        $"向量模型 {settings.Model} 返回的向量{chinese}：请确认模型名称和向量长度设置。 | Embedding model {settings.Model} gave {english}: check its name and the length that is set for its vectors.");
}
