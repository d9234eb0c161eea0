using System.ClientModel;
using System.Text.Json;

namespace Bot.Models;

/// <summary>Tells from a status, an error body or an exception what went wrong.</summary>
internal sealed class FailureReader(ModelEndpoint endpoint, SecretMask mask)
{
    // What servers are known to say, in lower case. Sources: platform.openai.com/docs/guides/error-codes,
    // api-docs.deepseek.com/quick_start/error_codes, help.aliyun.com/zh/model-studio/error-code, and the sources of
    // vLLM, Ollama and llama.cpp.
    private static readonly string[] s_tooLong =
        ["context_length", "maximum context length", "context length", "context size", "range of input length", "too many tokens", "maximum input length", "prompt is too long", "input is too long"];
    private static readonly string[] s_refused = ["content_filter", "content_policy", "data_inspection", "datainspection", "inappropriate content"];
    private static readonly string[] s_noModel = ["model_not_found", "model not found", "model not exist", "does not exist", "try pulling it"];
    private static readonly string[] s_noMoney = ["arrearage", "insufficient balance", "billing"];
    private static readonly string[] s_badKey = ["invalid_api_key", "invalidapikey", "incorrect api key"];

    /// <param name="status">Not 2xx.</param>
    /// <param name="retryAfter">What the reply's headers ask for.</param>
    public ModelException OfStatus(int status, ServerError error, TimeSpan? retryAfter)
    {
        var failure = Classify(status, error);
        // 429 may pass even when it speaks of the quota: DashScope means the minute's. An account without money won't.
        bool noMoney = failure is ModelFailure.RateLimited && status != 429;
        return Of(failure, error.Message.Length == 0 ? $"HTTP {status}" : $"HTTP {status}: {error.Message}", retryAfter: retryAfter, transient: !noMoney);
    }

    /// <summary>An error that came as an event of a stream, where there is no status any more.</summary>
    public ModelException OfEvent(ServerError error) => Of(Classify(500, error), error.Message);

    public ModelException Of(
        ModelFailure failure, string? detail = null, Exception? inner = null, TimeSpan? retryAfter = null, bool transient = true) =>
        new(failure, FailureText.Of(failure, endpoint, detail is null ? null : mask.Masked(detail)), inner)
        {
            RetryAfter = retryAfter,
            IsTransient = transient
                && failure is ModelFailure.Unreachable or ModelFailure.Timeout or ModelFailure.RateLimited or ModelFailure.ServerError,
        };

    /// <summary>What reading or sending threw; anything but a cancellation.</summary>
    /// <returns>Null: a fault of this program.</returns>
    public ModelException? OfException(Exception exception) => exception switch
    {
        ModelException failure => failure,
        ClientResultException { InnerException: HttpRequestException cause } => Of(ModelFailure.Unreachable, cause.Message, cause),
        HttpRequestException or IOException => Of(ModelFailure.Unreachable, exception.Message, exception),
        FormatException => Of(ModelFailure.BadResponse, exception.Message, exception),
        JsonException => Of(ModelFailure.BadResponse, inner: exception),
        _ => null,
    };

    private static ModelFailure Classify(int status, ServerError error) => status switch
    {
        401 or 403 => ModelFailure.Unauthorized,
        402 or 429 => ModelFailure.RateLimited,
        408 => ModelFailure.Timeout,
        _ when error.Mentions(s_tooLong) => ModelFailure.ContextTooLong,
        _ when error.Mentions(s_refused) => ModelFailure.Refused,
        _ when error.Mentions(s_noMoney) => ModelFailure.RateLimited,
        _ when error.Mentions(s_badKey) => ModelFailure.Unauthorized,
        404 => ModelFailure.NotFound,
        _ when error.Mentions(s_noModel) => ModelFailure.NotFound,
        413 => ModelFailure.ContextTooLong,
        >= 500 => ModelFailure.ServerError,
        _ => ModelFailure.BadResponse,
    };
}
