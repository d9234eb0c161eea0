using System.Diagnostics.CodeAnalysis;
using System.Text;
using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>The client's calls that no index makes yet, and the server's semantics they rest on.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class QdrantClientTests : IAsyncLifetime
{
    private const string Collection = "c";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] s_name = ["name"];

    private LoopbackQdrant _server = null!; // set by InitializeAsync before any test runs
    private QdrantClient _client = null!; // likewise

    public async Task InitializeAsync()
    {
        _server = await LoopbackQdrant.StartAsync();
        var options = new QdrantOptions { Urls = _server.Url };
        _client = new QdrantClient(options, TimeProvider.System);
        await _client.CreateAsync(Collection, QdrantCollection.Of(options, dimensions: 2), None);
        // By words x is best, then y; by meaning y, then z.
        await _client.UpsertAsync(Collection, [Point("x", 3, [-1, 0]), Point("y", 2, [1, 0]), Point("z", null, [1, 1])], None);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Collection_with_embeddings_is_made_as_the_facts_say()
    {
        var made = _server.Requests.Single(r => r.Is("PUT", "/collections/c")).Body;

        made.ShouldStartWith("""{"vectors":{"dense":{"size":2,"distance":"Cosine","on_disk":true,"hnsw_config":{"m":16,"ef_construct":128},"quantization_config":{"scalar":{"type":"int8","quantile":0.99,"always_ram":true}}}},""");
        (await _client.ExistsAsync(Collection, None)).ShouldBeTrue();
        (await _client.ExistsAsync("other", None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Rankings_are_joined_by_weighted_reciprocal_ranks()
    {
        var query = QdrantQuery.OfRanks(
            [(QdrantQuery.OfDense(new float[] { 1, 0 }, 2), 2), (QdrantQuery.OfSparse(new([7], [1]), 2), 1)], k: 60, limit: 5, s_name);

        var found = await _client.QueryAsync(Collection, query, None);

        found.Select(NameOf).ShouldBe(["y", "z", "x"]);
        found[0].Score.ShouldBe(1 / (1 / 2.0 + 59) + 1 / (2 / 1.0 + 59), 1e-6);
        found[1].Score.ShouldBe(1 / (2 / 2.0 + 59), 1e-6);
        found[2].Score.ShouldBe(1 / (1 / 1.0 + 59), 1e-6);
    }

    [Fact]
    public async Task Sparse_scores_are_products_weighed_by_idf()
    {
        var found = (await _client.QueryAsync(Collection, [QdrantQuery.OfSparse(new([7], [2]), 5, null, s_name)], None))[0].Points;

        // Two points have a sparse vector, and both have the term.
        var idf = Math.Log((2 - 2 + 0.5) / (2 + 0.5) + 1);
        found.Select(NameOf).ShouldBe(["x", "y"]);
        found[0].Score.ShouldBe(2 * 3 * idf, 1e-6);
    }

    [Fact]
    public async Task Points_are_counted_paged_and_deleted_by_filter_and_by_id()
    {
        var all = new QdrantFilter();
        (await _client.ScrollAsync(Collection, all, s_name, 2, None).Select(NameOf).ToListAsync()).ShouldBe(["x", "y", "z"], ignoreOrder: true);

        await _client.DeleteAsync(Collection, QdrantFilter.All(QdrantCondition.IsAny("name", ["x", "none"])), None);
        (await _client.CountAsync(Collection, all, None)).ShouldBe(2);

        await _client.DeleteAsync(Collection, [PointId.OfVersion("y")], None);
        (await _client.ScrollAsync(Collection, all, s_name, 10, None).Select(NameOf).ToListAsync()).ShouldBe(["z"]);
    }

    [Fact]
    public async Task Alias_is_switched_by_one_action()
    {
        await _client.CreateAsync("d", QdrantCollection.Of(new QdrantOptions(), null), None);

        await _client.SwitchAsync(new QdrantAlias("live", Collection), None);
        var before = await _client.CountAsync("live", new QdrantFilter(), None);
        await _client.SwitchAsync(new QdrantAlias("live", "d"), None);

        before.ShouldBe(3);
        (await _client.CountAsync("live", new QdrantFilter(), None)).ShouldBe(0);
        (await _client.AliasesAsync(None)).ShouldBe([new QdrantAlias("live", "d")]);
    }

    [Fact]
    public async Task Ready_follows_the_server()
    {
        (await _client.IsReadyAsync(None)).ShouldBeTrue();

        _server.IsReady = false;

        (await _client.IsReadyAsync(None)).ShouldBeFalse();
        (await _client.VersionAsync(None)).Version.ShouldBe("1.18.0");
    }

    private static string NameOf(QdrantFound point) => point.Payload.GetProperty("name").GetString()!; // every point here has one

    private static QdrantPoint Point(string name, float? value, float[] dense) => new(
        PointId.OfVersion(name), Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}"""), value is { } v ? new QdrantSparse([7], [v]) : null, dense);
}
