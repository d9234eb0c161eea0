using System.Text.Json;

namespace Bot.TestServers;

/// <summary>One collection in memory. Changes made without waiting are kept apart until they are flushed, or until one that waits.</summary>
internal sealed class LoopbackCollection
{
    private readonly SortedDictionary<Guid, StoredPoint> _points = [];
    private readonly List<Action> _unflushed = [];
    private readonly Dictionary<string, int> _dense = [];
    private readonly Dictionary<string, bool> _sparse = [];

    public LoopbackCollection(JsonElement json)
    {
        var shape = new StrictObject(
            json, "collection", "vectors", "sparse_vectors", "shard_number", "replication_factor", "write_consistency_factor", "on_disk_payload");
        (Shards, Replicas) = (shape.Int("shard_number", 1), shape.Int("replication_factor", 1));
        shape.Int("write_consistency_factor", 1);
        shape.Flag("on_disk_payload", true);
        if (Shards < 1 || Replicas < 1)
            throw StrictObject.Invalid("shard_number: value 0 invalid, must be 1 or larger");
        foreach (var vector in shape["vectors"]?.EnumerateObject() ?? default)
            _dense[vector.Name] = SizeOf(vector.Value);
        foreach (var vector in shape["sparse_vectors"]?.EnumerateObject() ?? default)
            _sparse[vector.Name] = HasIdf(vector.Value);
    }

    public int Shards { get; }

    public int Replicas { get; }

    public IReadOnlyCollection<StoredPoint> Points => _points.Values;

    public HashSet<string> Indexed { get; } = [];

    public void Change(bool waits, Action change)
    {
        _unflushed.Add(change);
        if (waits)
            Flush();
    }

    public void Flush()
    {
        _unflushed.ForEach(change => change());
        _unflushed.Clear();
    }

    public void Put(StoredPoint point) => _points[point.Id] = point;

    public void Remove(Func<StoredPoint, bool> which)
    {
        foreach (var point in _points.Values.Where(which).ToList())
            _points.Remove(point.Id);
    }

    public StoredPoint Read(JsonElement json)
    {
        var point = new StrictObject(json, "point", "id", "vector", "payload");
        var (dense, sparse) = (new Dictionary<string, float[]>(), new Dictionary<string, SparseVector>());
        if (point.Needed("vector") is not { ValueKind: JsonValueKind.Object } vectors)
            throw StrictObject.Bad("vector: expected named vectors");
        foreach (var vector in vectors.EnumerateObject())
        {
            if (_sparse.ContainsKey(vector.Name))
                sparse[vector.Name] = SparseVector.Of(vector.Value);
            else
                dense[vector.Name] = DenseOf(vector.Name, vector.Value);
        }
        var payload = point["payload"] ?? JsonSerializer.SerializeToElement(new Dictionary<string, string>());
        return new StoredPoint(StoredPoint.IdOf(point.Needed("id")), dense, sparse, payload.Clone());
    }

    public float[] DenseOf(string name, JsonElement json)
    {
        if (!_dense.TryGetValue(name, out var size))
            throw new RefusalException(400, $"Wrong input: Not existing vector name error: {name}");
        var vector = StrictObject.Floats(json, name);
        return vector.Length == size
            ? vector
            : throw new RefusalException(400, $"Wrong input: Vector dimension error: expected dim: {size}, got {vector.Length}");
    }

    public bool IsSparse(string name) => _sparse.ContainsKey(name);

    /// <summary>What a dimension is multiplied by: its idf among the points that have the vector, where the modifier says so.</summary>
    public Func<uint, double> WeightOf(string name)
    {
        if (!_sparse[name])
            return _ => 1;
        var vectors = _points.Values.Where(p => p.Sparse.ContainsKey(name)).Select(p => p.Sparse[name]).ToList();
        var known = new Dictionary<uint, double>();
        return index => known.TryGetValue(index, out var idf) ? idf : known[index] = Idf(vectors.Count, vectors.Count(v => v.Has(index)));
    }

    private static double Idf(int n, int df) => Math.Log((n - df + 0.5) / (df + 0.5) + 1);

    private static int SizeOf(JsonElement json)
    {
        var vector = new StrictObject(json, "vectors", "size", "distance", "on_disk", "hnsw_config", "quantization_config");
        if (vector.Needed("distance").GetString() is not "Cosine")
            throw StrictObject.Bad("distance: this server knows Cosine only");
        if (vector["hnsw_config"] is { } graph)
            _ = new StrictObject(graph, "hnsw_config", "m", "ef_construct");
        if (vector["quantization_config"] is { } quantization)
        {
            var scalar = new StrictObject(new StrictObject(quantization, "quantization_config", "scalar").Needed("scalar"), "scalar", "type", "quantile", "always_ram");
            if (scalar.Needed("type").GetString() is not "int8")
                throw StrictObject.Bad("type: unknown variant, expected `int8`");
        }
        return vector.Int("size", 0) is > 0 and var size ? size : throw StrictObject.Invalid("size: value 0 invalid, must be 1 or larger");
    }

    private static bool HasIdf(JsonElement json)
    {
        var vector = new StrictObject(json, "sparse_vectors", "modifier", "index");
        if (vector["index"] is { } index)
            _ = new StrictObject(index, "index", "on_disk");
        return vector["modifier"]?.GetString() switch
        {
            null or "none" => false,
            "idf" => true,
            var other => throw StrictObject.Bad($"modifier: unknown variant `{other}`"),
        };
    }
}
