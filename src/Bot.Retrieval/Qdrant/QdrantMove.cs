namespace Bot.Retrieval;

/// <summary>Copies the corpus into the collection of another model, under the same versions and ids, while bots go on reading and storing.</summary>
internal sealed class QdrantMove(QdrantClient client, QdrantCatalogueStore from, QdrantCatalogueStore to, PassageVectors vectors)
{
    private const int AtOnce = 256;

    // Each copies what changed during the one before.
    private const int MostRounds = 20;

    public string From => from.Collection;

    /// <summary>Copies until both hold the same; what an earlier attempt copied stays.</summary>
    /// <param name="told">How many passages are there, after every batch.</param>
    /// <returns>The versions that both hold.</returns>
    public async Task<IReadOnlySet<string>> CopyAsync(Action<long> told, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (live, have) = (await from.ReadAsync(null, cancellationToken), await to.ReadAsync(null, cancellationToken));
            var missing = live.Reports.Where(r => have.OfVersion(r.Version) is null).ToList();
            var gone = have.Reports.Where(r => live.OfVersion(r.Version) is null).ToList();
            if (missing.Count + gone.Count == 0)
                return live.Reports.Select(r => r.Version).ToHashSet();
            foreach (var report in gone)
                await DeleteAsync(report, cancellationToken);
            var copied = have.Passages - gone.Sum(r => (long)r.Passages);
            foreach (var report in missing)
                await CopyAsync(report, passages => told(copied += passages), cancellationToken);
        }
        throw new QdrantException(
            QdrantFailureKind.Lost,
            $"把报告从 {from.Collection} 复制到 {to.Collection} 时始终不完整，稍后重试：请查看 Qdrant 的日志和磁盘",
            $"Copying the reports from {from.Collection} to {to.Collection} never became complete; it is tried again: see Qdrant's log and disk.");
    }

    /// <summary>
    /// Takes over what was still stored where the reports were copied from, by bots that did not know yet that they had moved, unless a later
    /// version is there.
    /// </summary>
    /// <param name="seen">The versions that were there when all was copied.</param>
    public async Task FollowAsync(IReadOnlySet<string> seen, CancellationToken cancellationToken)
    {
        var (live, have) = (await from.ReadAsync(null, cancellationToken), await to.ReadAsync(null, cancellationToken));
        var known = have.Entries.ToDictionary(e => e.Id, e => e.IndexedAt);
        foreach (var report in live.Reports.Where(r => !seen.Contains(r.Version) && !(known.TryGetValue(r.Entry.Id, out var at) && at >= r.Entry.IndexedAt)))
            await CopyAsync(report, _ => { }, cancellationToken);
        var ids = live.Reports.Select(r => r.Entry.Id).ToHashSet();
        foreach (var report in have.Reports.Where(r => seen.Contains(r.Version) && !ids.Contains(r.Entry.Id)))
            await DeleteAsync(report, cancellationToken);
    }

    // The catalogue's line last: until then nobody reads the version.
    private async Task CopyAsync(QdrantReport report, Action<int> told, CancellationToken cancellationToken)
    {
        var points = new QdrantFilter(
            [QdrantCondition.Is(PointField.Version, report.Version)], MustNot: [QdrantCondition.Is(PointField.Kind, PointField.Kinds.Catalogue)]);
        var stored = 0;
        await foreach (var batch in client.ScrollAsync(from.Collection, points, PointField.OfVersion, AtOnce, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            stored += await client.UpsertAsync(to.Collection, await vectors.AddAsync(batch, cancellationToken), cancellationToken);
            told(batch.Count(PassageVectors.IsPassage));
            cancellationToken.ThrowIfCancellationRequested();
        }
        var expected = report.Entry.IsSearchable ? report.Entry.Paragraphs + report.Passages + report.Entry.Figures + report.Entry.Measures + 1 : 0;
        // Else it was replaced meanwhile, or points were lost: the next round sees.
        if (stored == expected && await client.CountAsync(to.Collection, points, cancellationToken) == expected)
            await to.WriteAsync(report, cancellationToken);
    }

    private async Task DeleteAsync(QdrantReport report, CancellationToken cancellationToken)
    {
        if (await to.VersionAsync(report.Entry.Id, cancellationToken) == report.Version)
            await to.RemoveAsync(report.Entry.Id, cancellationToken);
        // Its points are swept like those of any version that is no longer the catalogue's.
    }
}
