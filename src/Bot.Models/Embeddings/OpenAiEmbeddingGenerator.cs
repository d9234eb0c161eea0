using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace Bot.Models;

/// <summary>
/// An embedding model at any OpenAI-compatible server, through the official client. Vectors are of unit length and all
/// of one length for as long as this lives. Thread safe. Fails with <see cref="ModelException"/>, and then as a whole.
/// </summary>
public sealed partial class OpenAiEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Bytes of one vector in a reply: the longest there are, 16384 numbers, with all their digits.</summary>
    private const long LongestVector = 16_384 * 25;

    private readonly EmbeddingModelOptions _settings;
    private readonly ModelEndpoint _endpoint;
    private readonly ModelConnection _connection;
    private readonly EmbeddingClient _client;
    private readonly FailureReader _failures;
    private readonly RetryPipeline _retries;
    private readonly ModelHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>The length every vector must have: configured, or the first one's; 0: not known yet.</summary>
    private int _dimensions;

    /// <param name="settings">Configured: <see cref="EmbeddingModelOptions.IsConfigured"/>, and valid.</param>
    /// <exception cref="ArgumentException">Not configured.</exception>
    public OpenAiEmbeddingGenerator(
        EmbeddingModelOptions settings, ModelHealth health, TimeProvider time, ILogger<OpenAiEmbeddingGenerator> logger)
    {
        _settings = settings;
        _health = health;
        _time = time;
        _logger = logger;
        _dimensions = settings.Dimensions ?? 0;
        _endpoint = ModelEndpoint.Of(ModelKind.Embedding, settings.BaseUrl, settings.Model);
        _failures = new(_endpoint, new SecretMask(settings.ApiKey));
        _retries = new(settings.Attempts, time, logger);
        _connection = new(_endpoint, settings.ApiKey);
        _client = _connection.Embeddings();
    }

    /// <param name="values">Texts, none of them blank.</param>
    /// <param name="options">Model and dimensions are the settings' and can't be chosen per call.</param>
    /// <param name="cancellationToken">Ends the requests under way.</param>
    /// <returns>One vector per text, in the order of the texts.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="NotSupportedException">Another model or length is asked for than configured.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if ((options?.ModelId ?? _endpoint.Model) != _endpoint.Model || (options?.Dimensions ?? _settings.Dimensions) != _settings.Dimensions)
            throw new NotSupportedException("Model and dimensions are set by configuration, not per call: vectors of two kinds can't be compared.");
        string[] texts = [.. values.Select(Beginning)];
        if (texts.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A text to embed is blank.", nameof(values));

        var vectors = new float[texts.Length][];
        long tokens = 0;
        var batches = Enumerable.Range(0, texts.Length).Chunk(_settings.BatchSize);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _settings.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batches, parallel, async (batch, stop) =>
        {
            var (found, used) = await EmbedAsync(texts[batch[0]..(batch[^1] + 1)], stop);
            found.CopyTo(vectors, batch[0]);
            Interlocked.Add(ref tokens, used ?? 0);
        });

        return new(vectors.Select(v => new Embedding<float>(v) { ModelId = _endpoint.Model, CreatedAt = _time.GetUtcNow() }))
        {
            Usage = tokens == 0 ? null : new() { InputTokenCount = tokens, TotalTokenCount = tokens },
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(_endpoint.Provider, _endpoint.BaseUrl, _endpoint.Model, _settings.Dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => _connection.Dispose();

    private string Beginning(string text)
    {
        if (text.Length <= _settings.MaxInputCharacters)
            return text;
        int end = _settings.MaxInputCharacters;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    /// <summary>One batch, its attempts together.</summary>
    private async Task<(float[][] Vectors, long? Tokens)> EmbedAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var operation = new ModelOperation(_endpoint, _endpoint.Model, _health, _time);
        // Twice the time of the attempts themselves leaves as much again for waiting between them.
        using var budget = new CallBudget(TimeSpan.FromSeconds(2.0 * _settings.Attempts * _settings.TimeoutSeconds), _time, cancellationToken);
        try
        {
            var reply = await _retries.RunAsync(budget, () => TryAsync(texts, budget));
            operation.Used(reply.Tokens, outputTokens: null);
            operation.Note("gen_ai.embeddings.dimension.count", _dimensions);
            operation.Succeeded();
            return reply;
        }
        catch (ModelException e)
        {
            operation.Failed(e);
            Log.Failed(_logger, e.Failure, e.Message);
            throw;
        }
        catch (Exception e)
        {
            operation.Ended(e);
            throw;
        }
    }

    private async Task<(float[][] Vectors, long? Tokens)> TryAsync(string[] texts, CallBudget budget)
    {
        using var limit = new StepLimit(TimeSpan.FromSeconds(_settings.TimeoutSeconds), budget, _time);
        try
        {
            var reply = await SendAsync(texts, limit.Token);
            var vectors = Read(reply, texts.Length);
            return (vectors, reply?.Usage?.PromptTokens ?? reply?.Usage?.TotalTokens);
        }
        catch (Exception e) when (limit.Translate(e, _failures) is { } translated && translated != e)
        {
            throw translated;
        }
    }

    private async Task<EmbeddingReply?> SendAsync(string[] texts, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new EmbeddingBody(_endpoint.Model, texts, _settings.Dimensions), EmbeddingJson.Default.EmbeddingBody);
        using var body = BinaryContent.Create(BinaryData.FromBytes(json));
        var result = await _client.GenerateEmbeddingsAsync(body, ModelConnection.Request(cancellationToken));
        using var response = result.GetRawResponse();
        return ReplyBody.IsSuccess(response)
            ? await JsonSerializer.DeserializeAsync(ReplyBody.Stream(response, (texts.Length + 1) * LongestVector), EmbeddingJson.Default.EmbeddingReply, cancellationToken)
            : throw await FailureAsync(response, cancellationToken);
    }

    private async Task<ModelException> FailureAsync(PipelineResponse response, CancellationToken cancellationToken) =>
        _failures.OfStatus(response.Status, await ReplyBody.ErrorAsync(response, cancellationToken), RetryAfter.Of(response, _time));

    private float[][] Read(EmbeddingReply? reply, int count)
    {
        if (reply?.Error is { } error)
            throw _failures.OfEvent(ServerError.Of(error));
        float[][] vectors;
        try
        {
            vectors = VectorReader.Read(reply, count);
        }
        catch (FormatException e)
        {
            throw _failures.Of(ModelFailure.BadResponse, e.Message, e);
        }
        foreach (var vector in vectors)
            CheckLength(vector.Length);
        return vectors;
    }

    private void CheckLength(int length)
    {
        int expected = Interlocked.CompareExchange(ref _dimensions, length, comparand: 0);
        if (expected == 0 || expected == length)
            return;
        var remedy = _settings.Dimensions is null
            ? "the model changed at the server; build the index anew"
            : $"set {EmbeddingModelOptions.SectionName}:Dimensions to {length}, or remove it";
        throw _failures.Of(ModelFailure.BadResponse, $"vectors of {length} numbers instead of {expected}: {remedy}");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No vectors from the embedding model ({Failure}): {Cause}")]
        public static partial void Failed(ILogger logger, ModelFailure failure, string cause);
    }
}
