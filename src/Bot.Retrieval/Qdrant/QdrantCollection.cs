namespace Bot.Retrieval;

/// <summary>How a collection is made.</summary>
/// <param name="Vectors">By name; null: none.</param>
internal sealed record QdrantCollection(
    IReadOnlyDictionary<string, QdrantDenseVectors>? Vectors,
    IReadOnlyDictionary<string, QdrantSparseVectors> SparseVectors,
    int ShardNumber,
    int ReplicationFactor,
    int WriteConsistencyFactor,
    bool OnDiskPayload)
{
    public const string Dense = "dense";
    public const string Sparse = "bm25";

    // Measured defaults of the server's makers for vectors of about a thousand dimensions.
    private static readonly QdrantGraph s_graph = new(16, 128);
    private static readonly QdrantQuantization s_int8 = new(new QdrantScalar("int8", 0.99, true));

    /// <param name="dimensions">Of the embeddings; null: no embedding model.</param>
    public static QdrantCollection Of(QdrantOptions options, int? dimensions) => new(
        dimensions is { } size
            ? new Dictionary<string, QdrantDenseVectors> { [Dense] = new(size, "Cosine", true, s_graph, s_int8) }
            : null,
        new Dictionary<string, QdrantSparseVectors> { [Sparse] = new("idf", new QdrantSparseIndex(false)) },
        options.Shards,
        options.Replicas,
        // One copy confirms: a replica that misses a change is taken out by the cluster until it has caught up.
        1,
        true);
}

internal sealed record QdrantDenseVectors(
    int Size, string Distance, bool OnDisk, QdrantGraph HnswConfig, QdrantQuantization QuantizationConfig);

internal sealed record QdrantGraph(int M, int EfConstruct);

internal sealed record QdrantQuantization(QdrantScalar Scalar);

internal sealed record QdrantScalar(string Type, double Quantile, bool AlwaysRam);

internal sealed record QdrantSparseVectors(string Modifier, QdrantSparseIndex Index);

internal sealed record QdrantSparseIndex(bool OnDisk);

internal sealed record QdrantPayloadIndex(string FieldName, QdrantFieldSchema FieldSchema);

/// <param name="Type">keyword, integer or bool.</param>
internal sealed record QdrantFieldSchema(string Type, bool? Lookup = null, bool? Range = null);

internal sealed record QdrantAliasChange(IReadOnlyList<QdrantAliasAction> Actions);

internal sealed record QdrantAliasAction(QdrantAlias CreateAlias);
