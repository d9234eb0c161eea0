namespace Bot.TestServers;

/// <summary>How vectors are written into the reply.</summary>
public enum EmbeddingEncoding
{
    /// <summary>By the request's encoding_format; floats when it has none.</summary>
    AsAsked,

    /// <summary>Lists of numbers, whatever is asked for.</summary>
    Numbers,

    /// <summary>Little-endian float32 in base64, whatever is asked for.</summary>
    Base64,
}
