using Bot.Corpus;
using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>Bots over loopback nodes, on a clock that stands.</summary>
internal sealed class Bots : IAsyncDisposable
{
    public const string Collection = "reports";
    public const string Key = "s3cret-Key";

    // Moving the clock far must not cut off the polls that it starts.
    private static readonly TimeSpan s_unlimited = TimeSpan.FromSeconds(299);

    private readonly List<QdrantReportIndex> _indexes = [];
    private readonly List<LoopbackQdrant> _nodes = [];

    public ManualTime Time { get; } = new(neverDue: s_unlimited);

    public RecordedLog<QdrantReportIndex> Log { get; } = new();

    public QdrantOptions Options { get; } = new() { Collection = Collection, ApiKey = Key, TimeoutSeconds = (int)s_unlimited.TotalSeconds };

    public LoopbackQdrant Node => _nodes[0];

    public LoopbackQdrant OtherNode => _nodes[1];

    public static async Task<Bots> OverAsync(int nodes)
    {
        var bots = new Bots();
        bots._nodes.Add(await LoopbackQdrant.StartAsync());
        while (bots._nodes.Count < nodes)
            bots._nodes.Add(await bots.Node.StartReplicaAsync());
        bots._nodes.ForEach(node => node.ApiKey = Key);
        bots.Options.Urls = string.Join(';', bots._nodes.Select(node => node.Url));
        return bots;
    }

    public async Task<QdrantReportIndex> OpenAsync(IPassageEmbedder? embedder = null)
    {
        _indexes.Add(await QdrantReportIndex.OpenAsync(Options, Time, Log, CancellationToken.None, embedder));
        return _indexes[^1];
    }

    /// <summary>Moves the clock to the next poll.</summary>
    public void Poll() => Time.Advance(TimeSpan.FromSeconds(Options.RefreshSeconds));

    public static Task StoreAsync(QdrantReportIndex index, string id, params string[] paragraphs) =>
        index.ReplaceAsync(SampleReport.Of(id, paragraphs), $"{id}.txt", CancellationToken.None);

    public static async Task<string[]> TextsAsync(QdrantReportIndex index, string id) =>
        await index.LoadAsync(new ReportId(id), CancellationToken.None) is { } report ? [.. report.Paragraphs.Select(p => p.Text)] : [];

    public static async Task<PassageHit[]> FindAsync(QdrantReportIndex index, string text) =>
        [.. await index.SearchAsync(new PassageQuery(text), CancellationToken.None)];

    public async ValueTask DisposeAsync()
    {
        foreach (var index in _indexes)
            await index.DisposeAsync();
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }
}
