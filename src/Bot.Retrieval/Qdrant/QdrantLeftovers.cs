using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// Deletes versions that nobody reads any more: replaced ones, once every reader that may still have an older catalogue is done, and
/// what crashes left behind. A version never comes back once it is no longer the catalogue's.
/// </summary>
internal sealed partial class QdrantLeftovers(QdrantClient client, string collection, TimeProvider time, ILogger logger)
{
    /// <summary>How long a replaced version stays. A reader whose catalogue is older than this reads it anew and begins again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>A version stored for longer than this and still not in the catalogue will never be: its bot died. Storing one takes seconds.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(15);

    private const int AtOnce = 64;
    private const int Page = 2000;

    // With the timestamp since which each is known to be read by no new reader.
    private readonly ConcurrentDictionary<string, long> _replaced = new();
    private long? _lookedAt;

    /// <summary>Notes a version that was the catalogue's until now.</summary>
    public void NoteReplaced(string version) => _replaced.TryAdd(version, time.GetTimestamp());

    /// <summary>Deletes what is due. The first call, and one every quarter of an hour, looks for what others left.</summary>
    public async Task SweepAsync(QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (_lookedAt is not { } lookedAt || time.GetElapsedTime(lookedAt) >= LookEvery)
        {
            await LookAsync(catalogue, cancellationToken);
            _lookedAt = time.GetTimestamp();
        }
        foreach (var versions in _replaced.Where(r => time.GetElapsedTime(r.Value) >= Grace).Select(r => r.Key).Chunk(AtOnce))
        {
            // The catalogue of now decides, not that of when they were noted.
            await DeleteAsync([.. versions.Where(v => catalogue.OfVersion(v) is null)], cancellationToken);
            foreach (var version in versions)
                _replaced.TryRemove(version, out _);
        }
    }

    /// <summary>Deletes versions at once, their marks last: what is cut short is found again.</summary>
    public async Task DeleteAsync(string[] versions, CancellationToken cancellationToken)
    {
        if (versions.Length == 0)
            return;
        await client.DeleteAsync(
            collection,
            new QdrantFilter(
                [QdrantCondition.IsAny(PointField.Version, versions)],
                MustNot: [QdrantCondition.Is(PointField.Kind, PointField.Kinds.Version), QdrantCondition.Is(PointField.Kind, PointField.Kinds.Catalogue)]),
            cancellationToken);
        await client.DeleteAsync(collection, [.. versions.Select(PointId.OfVersion)], cancellationToken);
        Log.Deleted(logger, versions.Length);
    }

    private async Task LookAsync(QdrantCatalogue catalogue, CancellationToken cancellationToken)
    {
        var marks = QdrantFilter.All(QdrantCondition.Is(PointField.Kind, PointField.Kinds.Version));
        await foreach (var mark in client.ScrollAsync(collection, marks, [PointField.Version, PointField.At], Page, cancellationToken))
        {
            var version = mark.Payload.GetProperty(PointField.Version).GetString()!; // every point of ours has one
            var began = DateTimeOffset.Parse(mark.Payload.GetProperty(PointField.At).GetString()!, CultureInfo.InvariantCulture);
            if (catalogue.OfVersion(version) is null && time.GetUtcNow() - began >= Unfinished)
                NoteReplaced(version);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Deleted {Count} versions of reports that nobody reads any more")]
        public static partial void Deleted(ILogger logger, int count);
    }
}
