using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Bot.Models;

/// <summary>
/// A chat model at any OpenAI-compatible server, through the official client. Text only. Thread safe.
/// </summary>
/// <remarks>
/// <para>
/// Answers are always asked for as a stream, whole ones too: that is what some reasoning models demand, what lets a
/// slow answer be told from a dead server, and what a cancellation can end at once. A server that replies with one JSON
/// body all the same is understood.
/// </para>
/// <para>
/// The client's protocol methods are used: its typed ones send fields that compatible servers refuse
/// (max_completion_tokens, stream_options) and fail on finish reasons that only those servers know.
/// </para>
/// <para>
/// Fails with <see cref="ModelException"/>; one that comes in the middle of a stream means that the text so far must
/// not stand as an answer. The budget holds for each call; who needs several calls for one question cancels them at
/// the question's own deadline. After three failures in a row calls fail at once, and one is tried every 30 s.
/// </para>
/// </remarks>
public sealed partial class OpenAiChatClient : IChatClient
{
    private readonly ChatModelOptions _settings;
    private readonly ModelEndpoint _endpoint;
    private readonly ModelConnection _connection;
    private readonly ChatClient _client;
    private readonly FailureReader _failures;
    private readonly RetryPipeline _retries;
    private readonly CallBreaker _breaker;
    private readonly ModelHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ChatDialect _dialect = new();

    /// <param name="settings">Configured: <see cref="ChatModelOptions.IsConfigured"/>, and valid.</param>
    /// <exception cref="ArgumentException">Not configured.</exception>
    public OpenAiChatClient(ChatModelOptions settings, ModelHealth health, TimeProvider time, ILogger<OpenAiChatClient> logger)
    {
        _settings = settings;
        _health = health;
        _time = time;
        _logger = logger;
        _endpoint = ModelEndpoint.Of(ModelKind.Chat, settings.BaseUrl, settings.Model);
        _failures = new(_endpoint, new SecretMask(settings.ApiKey));
        _retries = new(settings.Attempts, time, logger);
        _breaker = new(time);
        _connection = new(_endpoint, settings.ApiKey);
        _client = _connection.Chat();
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prompt = ChatPrompt.Of(messages, options, _settings);
        using var passage = _breaker.Enter();
        using var operation = Begin(prompt);
        using var budget = new CallBudget(TimeSpan.FromSeconds(_settings.BudgetSeconds), _time, cancellationToken);
        await using var attempt = await WatchedAsync(operation, () => OpenAsync(prompt, budget));

        while (await WatchedAsync(operation, attempt.NextAsync) is { } delta)
        {
            if (delta.Finish is not null)
            {
                Complete(operation, delta);
                passage.Succeeded();
            }
            yield return Update(delta);
        }
    }

    /// <summary>
    /// The caller's own deadline ended a call: one question's calls together took too long, which no single call can know of.
    /// </summary>
    public void NoteOutOfTime()
    {
        var failure = _failures.Of(ModelFailure.Timeout);
        _health.Failed(ModelKind.Chat, failure);
        NoteFailure(failure);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_endpoint.Provider, _endpoint.BaseUrl, _endpoint.Model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => _connection.Dispose();

    private ModelOperation Begin(ChatPrompt prompt)
    {
        var operation = new ModelOperation(_endpoint, prompt.Model, _health, _time);
        operation.Note("gen_ai.request.max_tokens", prompt.MaxOutputTokens);
        operation.Note("gen_ai.request.temperature", prompt.Temperature);
        return operation;
    }

    private async Task<ChatAttempt> OpenAsync(ChatPrompt prompt, CallBudget budget)
    {
        if (prompt.Characters > _settings.MaxInputCharacters)
            throw _failures.Of(ModelFailure.ContextTooLong, $"{prompt.Characters} > {_settings.MaxInputCharacters} characters");
        return await _retries.RunAsync(budget, () => TryOpenAsync(prompt, budget));
    }

    private async Task<ChatAttempt> TryOpenAsync(ChatPrompt prompt, CallBudget budget)
    {
        var limit = new StepLimit(TimeSpan.FromSeconds(_settings.TimeoutSeconds), budget, _time);
        PipelineResponse response;
        try
        {
            response = await SendAsync(prompt, limit);
        }
        catch (Exception e)
        {
            using (limit)
            {
                if (limit.Translate(e, _failures) is { } translated && translated != e)
                    throw translated;
                throw;
            }
        }
        var attempt = new ChatAttempt(response, prompt.MaxOutputTokens, limit, _failures);
        try
        {
            await attempt.BeginAsync();
            return attempt;
        }
        catch
        {
            await attempt.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks, and asks again at once while the server refuses an optional field by name.</summary>
    private async Task<PipelineResponse> SendAsync(ChatPrompt prompt, StepLimit limit)
    {
        var dialect = Volatile.Read(ref _dialect);
        while (true)
        {
            using var body = prompt.Body(dialect);
            var result = await _client.CompleteChatAsync(body, ModelConnection.Request(limit.Token));
            var response = result.GetRawResponse();
            if (ReplyBody.IsSuccess(response))
            {
                // Only what has worked is remembered.
                Volatile.Write(ref _dialect, dialect);
                return response;
            }
            using (response)
            {
                var error = await ReplyBody.ErrorAsync(response, limit.Token);
                var failure = _failures.OfStatus(response.Status, error, RetryAfter.Of(response, _time));
                if (failure.Failure is not ModelFailure.BadResponse || dialect.Without(error) is not { } plainer)
                    throw failure;
                dialect = plainer;
            }
        }
    }

    private async Task<T> WatchedAsync<T>(ModelOperation operation, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (ModelException e)
        {
            operation.Failed(e);
            Log.Failed(_logger, e.Failure, e.Message);
            NoteFailure(e);
            throw;
        }
        catch (Exception e)
        {
            operation.Ended(e);
            throw;
        }
    }

    private void NoteFailure(ModelException failure)
    {
        if (_breaker.Failed(failure))
            Log.LeftAlone(_logger, CallBreaker.Pause.TotalSeconds);
    }

    private static void Complete(ModelOperation operation, ChatDelta last)
    {
        operation.Used(last.Usage?.PromptTokens, last.Usage?.CompletionTokens);
        operation.Note("gen_ai.response.id", last.ResponseId);
        operation.Note("gen_ai.response.model", last.ResponseModel);
        operation.Note("gen_ai.response.finish_reasons", new[] { last.Finish!.Value.Value }); // the last piece has one
        operation.Succeeded();
    }

    private static ChatResponseUpdate Update(ChatDelta delta)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, delta.Text)
        {
            ResponseId = delta.ResponseId,
            MessageId = delta.ResponseId,
            ModelId = delta.ResponseModel,
            FinishReason = delta.Finish,
        };
        if (delta.Usage is { } usage)
        {
            update.Contents.Add(new UsageContent(new()
            {
                InputTokenCount = usage.PromptTokens,
                OutputTokenCount = usage.CompletionTokens,
                TotalTokenCount = usage.TotalTokens,
            }));
        }
        return update;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No answer from the chat model ({Failure}): {Cause}")]
        public static partial void Failed(ILogger logger, ModelFailure failure, string cause);

        [LoggerMessage(LogLevel.Warning, "The chat model failed several times in a row: questions don't wait for it now; it is tried every {Seconds} s")]
        public static partial void LeftAlone(ILogger logger, double seconds);
    }
}
