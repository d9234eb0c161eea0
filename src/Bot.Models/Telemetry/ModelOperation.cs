using System.Diagnostics;

namespace Bot.Models;

/// <summary>
/// One call of a model, its attempts together, from here to <see cref="Dispose"/>: a span, its duration, its tokens, and
/// the model's health.
/// </summary>
internal sealed class ModelOperation : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _activity;
    private readonly ModelEndpoint _endpoint;
    private readonly ModelHealth _health;
    private TagList _tags;
    private string? _error;

    public ModelOperation(ModelEndpoint endpoint, string model, ModelHealth health, TimeProvider time)
    {
        _endpoint = endpoint;
        _health = health;
        _time = time;
        _start = time.GetTimestamp();
        var name = endpoint.Kind is ModelKind.Chat ? "chat" : "embeddings";
        _tags = new()
        {
            { "gen_ai.operation.name", name },
            { "gen_ai.provider.name", endpoint.Provider },
            { "gen_ai.request.model", model },
            { "server.address", endpoint.BaseUrl.Host },
            { "server.port", endpoint.BaseUrl.Port },
        };
        _activity = ModelTelemetry.Source.StartActivity($"{name} {model}", ActivityKind.Client, parentContext: default, _tags);
    }

    /// <summary>A fact for the span alone.</summary>
    public void Note(string attribute, object? value)
    {
        if (value is not null)
            _activity?.SetTag(attribute, value);
    }

    public void Used(long? inputTokens, long? outputTokens)
    {
        Count(inputTokens, "input", "gen_ai.usage.input_tokens");
        Count(outputTokens, "output", "gen_ai.usage.output_tokens");
    }

    public void Succeeded() => _health.Succeeded(_endpoint.Kind);

    public void Failed(ModelException exception)
    {
        _health.Failed(_endpoint.Kind, exception);
        Fail(exception.Failure.ToString(), exception.Message);
    }

    /// <summary>A cancellation by the caller, or a fault of this program: neither says anything about the model.</summary>
    public void Ended(Exception exception) => Fail(exception.GetType().FullName!, description: null); // only generic parameters have none

    public void Dispose()
    {
        var tags = _tags;
        if (_error is not null)
            tags.Add("error.type", _error);
        ModelTelemetry.OperationDuration.Record(_time.GetElapsedTime(_start).TotalSeconds, tags);
        _activity?.Dispose();
    }

    private void Fail(string error, string? description)
    {
        _error = error;
        _activity?.SetTag("error.type", error);
        _activity?.SetStatus(ActivityStatusCode.Error, description);
    }

    private void Count(long? tokens, string type, string attribute)
    {
        if (tokens is not { } count)
            return;
        _activity?.SetTag(attribute, count);
        var tags = _tags;
        tags.Add("gen_ai.token.type", type);
        ModelTelemetry.TokenUsage.Record(count, tags);
    }
}
