using System.Collections.Concurrent;

namespace Bot.Retrieval;

/// <summary>How many passages of each version have no embedding yet, as far as this bot knows.</summary>
internal sealed class VectorTally(QdrantClient client)
{
    private const int AtOnce = 2000;

    private readonly ConcurrentDictionary<string, int> _lacking = new();

    /// <summary>Passages without an embedding, also of versions that nobody reads any more.</summary>
    public static QdrantFilter Missing { get; } = new(
        [QdrantCondition.Is(PointField.Kind, PointField.Kinds.Passage)], MustNot: [QdrantCondition.Is(PointField.Embedded, true)]);

    public long LackingIn(QdrantCatalogue catalogue) => catalogue.Reports.Sum(r => (long)LackingIn(r));

    /// <summary>Notes a version that was stored without embeddings.</summary>
    public void NoteStored(string version, int passages) => _lacking[version] = passages;

    /// <summary>Notes that passages of a version were embedded; of a version not looked at yet nothing is known by that.</summary>
    public void NoteEmbedded(string version, int passages)
    {
        while (_lacking.TryGetValue(version, out var known) && !_lacking.TryUpdate(version, Math.Max(0, known - passages), known))
        {
            // Changed meanwhile: again.
        }
    }

    /// <summary>Asks the server: always how many lack one in all, and of which versions where one is not known.</summary>
    public async Task LookAsync(string collection, QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        foreach (var version in _lacking.Keys.Where(v => catalogue.OfVersion(v) is null))
            _lacking.TryRemove(version, out _);
        if (LackingIn(catalogue) == 0)
            return;
        var counts = new Dictionary<string, int>();
        if (await client.CountAsync(collection, Missing, cancellationToken) > 0)
        {
            if (catalogue.Reports.All(r => _lacking.ContainsKey(r.Version)))
                return;
            await foreach (var point in client.ScrollAsync(collection, Missing, [PointField.Version], AtOnce, cancellationToken))
            {
                var version = point.Payload.GetProperty(PointField.Version).GetString()!; // every point of ours has one
                counts[version] = counts.GetValueOrDefault(version) + 1;
            }
        }
        foreach (var report in catalogue.Reports)
            _lacking[report.Version] = counts.GetValueOrDefault(report.Version);
    }

    private int LackingIn(QdrantReport report) => _lacking.TryGetValue(report.Version, out var lacking) ? lacking : report.Passages;
}
