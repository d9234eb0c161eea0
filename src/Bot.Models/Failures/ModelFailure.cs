namespace Bot.Models;

/// <summary>Why a model gave nothing usable. Names are stable: metrics and health show them.</summary>
public enum ModelFailure
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>Too long until the first token, between two, or in all.</summary>
    Timeout,

    /// <summary>The key is missing, wrong, or not allowed to use the model.</summary>
    Unauthorized,

    /// <summary>Too many requests, or the account's quota is used up.</summary>
    RateLimited,

    /// <summary>The server failed (5xx).</summary>
    ServerError,

    /// <summary>A reply that is not what the API promises, or a request that the server doesn't understand.</summary>
    BadResponse,

    /// <summary>No such model, or no such address.</summary>
    NotFound,

    /// <summary>The prompt is longer than the model, or <see cref="ChatModelOptions.MaxInputCharacters"/>, allows.</summary>
    ContextTooLong,

    /// <summary>A content filter, or the model itself, refused.</summary>
    Refused,

    /// <summary>A complete reply without text.</summary>
    EmptyOutput,
}
