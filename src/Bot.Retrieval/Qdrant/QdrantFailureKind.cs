namespace Bot.Retrieval;

/// <summary>What kept Qdrant from doing what it was asked.</summary>
public enum QdrantFailureKind
{
    /// <summary>No node takes connections.</summary>
    Unreachable,

    /// <summary>No answer within the time limit, or the server's own limit was reached.</summary>
    Timeout,

    /// <summary>A part of the collection is on no node that is up (503).</summary>
    Unavailable,

    /// <summary>The key is missing, wrong, or may not do this (401, 403).</summary>
    WrongKey,

    /// <summary>The collection is not there (404).</summary>
    Missing,

    /// <summary>It is there already, or two changes met (409).</summary>
    Conflict,

    /// <summary>The server refuses the request as it is (400, 422, and what else no repetition mends).</summary>
    Invalid,

    /// <summary>The request is larger than the server takes (413).</summary>
    TooLarge,

    /// <summary>Too many requests (429), beyond the wait that was asked for.</summary>
    RateLimited,

    /// <summary>The server's quota of storage or memory is used up (507).</summary>
    QuotaExceeded,

    /// <summary>The server's disk is full.</summary>
    DiskFull,

    /// <summary>The server failed (5xx), also when asked again.</summary>
    ServerFault,

    /// <summary>What answers doesn't speak as Qdrant does.</summary>
    BadAnswer,

    /// <summary>A newer version of the program uses the collection.</summary>
    NewerFormat,

    /// <summary>The server confirmed points that it doesn't hold.</summary>
    Lost,
}
