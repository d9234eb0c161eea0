using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Retrieval;

/// <summary>
/// Those calls of Qdrant's REST API (1.18 and 1.19, https://api.qdrant.tech) that the index needs, one method each. Changes are waited
/// for: what a completed call stored can be read. Every method fails with <see cref="QdrantException"/>.
/// </summary>
internal sealed class QdrantClient(QdrantOptions options, TimeProvider time) : IDisposable
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = QdrantJson.Readable.Options.Encoder, SkipValidation = true };

    private readonly QdrantHttp _http = new(options, time);

    public Task<QdrantVersion> VersionAsync(CancellationToken cancellationToken) =>
        _http.SendAsync(HttpMethod.Get, "", null, QdrantJson.Readable.QdrantVersion, cancellationToken, rounds: 1);

    /// <summary>True when a node has all of its shards ready. Needs no key.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => _http.IsReadyAsync(cancellationToken);

    /// <param name="collection">A collection's own name.</param>
    public async Task<bool> ExistsAsync(string collection, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Get, $"collections/{collection}/exists", null, QdrantJson.Readable.Existence, cancellationToken)).Exists;

    public Task CreateAsync(string collection, QdrantCollection shape, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Put, $"collections/{collection}", Json(shape, QdrantJson.Readable.QdrantCollection), QdrantJson.Readable.Done, cancellationToken);

    /// <summary>Deletes a collection with all it holds; one that is not there is no error.</summary>
    public Task DropAsync(string collection, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, $"collections/{collection}", null, QdrantJson.Readable.Done, cancellationToken);

    public Task IndexAsync(string collection, QdrantPayloadIndex index, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Put, $"collections/{collection}/index?wait=true", Json(index, QdrantJson.Readable.QdrantPayloadIndex),
        QdrantJson.Readable.Update, cancellationToken);

    /// <summary>Every alias of the server and where it leads.</summary>
    /// <param name="rounds">How often the nodes are gone over before giving up.</param>
    public async Task<IReadOnlyList<QdrantAlias>> AliasesAsync(CancellationToken cancellationToken, int rounds = QdrantHttp.Rounds) =>
        (await SendAsync(HttpMethod.Get, "aliases", null, QdrantJson.Readable.Aliases, cancellationToken, rounds)).Aliases;

    /// <summary>Lets an alias lead to a collection, wherever it led before: one action, so nobody sees it lead nowhere.</summary>
    public Task SwitchAsync(QdrantAlias alias, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, "collections/aliases", Json(new QdrantAliasChange([new(alias)]), QdrantJson.Readable.QdrantAliasChange),
        QdrantJson.Readable.Done, cancellationToken);

    /// <summary>Stores points in place of those with the same ids, in batches of <see cref="QdrantOptions.BatchBytes"/>.</summary>
    /// <returns>How many.</returns>
    public async Task<int> UpsertAsync(string collection, IEnumerable<QdrantPoint> points, CancellationToken cancellationToken)
    {
        var stored = 0;
        var batch = new ArrayBufferWriter<byte>();
        var point = new ArrayBufferWriter<byte>();
        foreach (var next in points)
        {
            point.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(point, s_writing))
                next.WriteTo(json);
            if (batch.WrittenCount > 0 && batch.WrittenCount + point.WrittenCount > options.BatchBytes)
                await SendBatchAsync();
            batch.Write(batch.WrittenCount == 0 ? "{\"points\":["u8 : ","u8);
            batch.Write(point.WrittenSpan);
            stored++;
        }
        if (batch.WrittenCount > 0)
            await SendBatchAsync();
        return stored;

        async Task SendBatchAsync()
        {
            batch.Write("]}"u8);
            await SendAsync(HttpMethod.Put, $"collections/{collection}/points?wait=true", batch.WrittenMemory, QdrantJson.Readable.Update, cancellationToken);
            batch.ResetWrittenCount();
        }
    }

    public Task DeleteAsync(string collection, QdrantFilter filter, CancellationToken cancellationToken) =>
        DeleteAsync(collection, new QdrantDeletion(filter, null), cancellationToken);

    public Task DeleteAsync(string collection, IReadOnlyList<Guid> points, CancellationToken cancellationToken) =>
        DeleteAsync(collection, new QdrantDeletion(null, points), cancellationToken);

    /// <summary>Every point that meets the filter, page by page, in no order worth relying on.</summary>
    /// <param name="withPayload">The fields wanted, at least one.</param>
    /// <param name="page">Points read at once.</param>
    public async IAsyncEnumerable<QdrantFound> ScrollAsync(
        string collection, QdrantFilter filter, IReadOnlyList<string> withPayload, int page,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JsonElement? offset = null;
        do
        {
            var read = await SendAsync(
                HttpMethod.Post, $"collections/{collection}/points/scroll",
                Json(new QdrantScroll(filter, page, withPayload, offset), QdrantJson.Readable.QdrantScroll), QdrantJson.Readable.Page, cancellationToken);
            foreach (var point in read.Points)
                yield return point;
            offset = read.NextPageOffset is { ValueKind: not JsonValueKind.Null } next ? next : null;
        }
        while (offset is not null);
    }

    /// <summary>The point of this id, or null.</summary>
    public async Task<QdrantFound?> FindAsync(
        string collection, Guid id, IReadOnlyList<string> withPayload, CancellationToken cancellationToken) =>
        await ScrollAsync(collection, QdrantFilter.All(QdrantCondition.Id(id)), withPayload, 1, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Exactly how many points meet the filter.</summary>
    public async Task<long> CountAsync(string collection, QdrantFilter filter, CancellationToken cancellationToken) => (await SendAsync(
        HttpMethod.Post, $"collections/{collection}/points/count", Json(new QdrantCounting(filter, true), QdrantJson.Readable.QdrantCounting),
        QdrantJson.Readable.Count, cancellationToken)).Count;

    /// <summary>The best points, best first; equal scores in no order.</summary>
    public async Task<IReadOnlyList<QdrantFound>> QueryAsync(string collection, QdrantQuery query, CancellationToken cancellationToken) => (await SendAsync(
        HttpMethod.Post, $"collections/{collection}/points/query", Json(query, QdrantJson.Readable.QdrantQuery),
        QdrantJson.Readable.Ranking, cancellationToken)).Points;

    /// <summary>Several rankings at once, in the order asked.</summary>
    public async Task<IReadOnlyList<QdrantRanking>> QueryAsync(
        string collection, IReadOnlyList<QdrantQuery> queries, CancellationToken cancellationToken) => await SendAsync(
        HttpMethod.Post, $"collections/{collection}/points/query/batch", Json(new QdrantQueryBatch(queries), QdrantJson.Readable.QdrantQueryBatch),
        QdrantJson.Readable.Rankings, cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task<QdrantUpdate> DeleteAsync(string collection, QdrantDeletion deletion, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, $"collections/{collection}/points/delete?wait=true", Json(deletion, QdrantJson.Readable.QdrantDeletion),
        QdrantJson.Readable.Update, cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<QdrantReply<T>> answer, CancellationToken cancellationToken,
        int rounds = QdrantHttp.Rounds)
    {
        var reply = await _http.SendAsync(method, path, body, answer, cancellationToken, rounds);
        return reply.Result ?? throw new QdrantException(
            QdrantFailureKind.BadAnswer,
            $"Qdrant 对 {path} 的答复缺少结果：请确认 Index:Qdrant:Urls 指向 Qdrant",
            $"The answer to {path} holds no result: does Index:Qdrant:Urls lead to Qdrant?");
    }

    private static ReadOnlyMemory<byte> Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
