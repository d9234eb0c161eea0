using System.Collections.Immutable;

namespace Bot.TestServers;

/// <summary>What kind of compatible server <see cref="ScriptedModelServer"/> plays.</summary>
public sealed record ScriptedModelServerOptions
{
    /// <summary>The only accepted key; null: none is asked for, as Ollama does. A wrong one is echoed in the 401, as careless servers do.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The models served; any other name is a 404. Empty: every name is served.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>Refuses top-level fields the API doesn't have with 400, as strict servers do. Default true: a test should notice them.</summary>
    public bool RefuseUnknownFields { get; init; } = true;

    /// <summary>Fields of the API that this server refuses all the same: stream_options, max_tokens, temperature, dimensions …</summary>
    public ImmutableArray<string> RefusedFields { get; init; } = [];

    /// <summary>Length of the vectors when the request asks for none.</summary>
    public int Dimensions { get; init; } = 256;

    /// <summary>Most texts in one embedding request (400 above).</summary>
    public int MaximumBatch { get; init; } = 10;

    public EmbeddingEncoding Encoding { get; init; } = EmbeddingEncoding.AsAsked;
}
