using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>The alias and the collection it leads to.</summary>
public sealed class GenerationTests : IAsyncLifetime
{
    private Bots _bots = null!; // set by InitializeAsync before any test runs

    public async Task InitializeAsync() => _bots = await Bots.OverAsync(1);

    public async Task DisposeAsync() => await _bots.DisposeAsync();

    [Fact]
    public async Task First_bot_makes_the_collection_and_the_alias_after_it_and_the_next_finds_them()
    {
        _bots.Options.Shards = 3;
        _bots.Options.Replicas = 2;

        await _bots.OpenAsync();
        await _bots.OpenAsync();

        _bots.Node.Collections.ShouldBe(["reports-f2-lexical"]);
        _bots.Node.Aliases.ShouldBe(new Dictionary<string, string> { ["reports"] = "reports-f2-lexical" });
        var made = _bots.Node.Requests.Single(r => r.Is("PUT", "/collections/reports-f2-lexical")).Body;
        made.ShouldBe("""{"sparse_vectors":{"bm25":{"modifier":"idf","index":{"on_disk":false}}},"shard_number":3,"replication_factor":2,"write_consistency_factor":1,"on_disk_payload":true}""");
        var order = _bots.Node.Requests.Where(r => r.Method is "PUT" || r.Is("POST", "/aliases")).Select(r => r.Path).ToList();
        order[^1].ShouldBe("/collections/aliases");
        order.Count(p => p.EndsWith("/index?wait=true", StringComparison.Ordinal)).ShouldBe(PointField.Indexed.Count);
    }

    [Fact]
    public async Task Bot_that_died_while_making_the_collection_is_finished_by_the_next()
    {
        using (_bots.Node.Refuse(new Refusal(507, "quota"), which: r => r.Is("PUT", "/index")))
            (await _bots.OpenAsync()).Health.IsReady.ShouldBeFalse();
        _bots.Node.Aliases.ShouldBeEmpty();

        var next = await _bots.OpenAsync();

        next.Health.IsReady.ShouldBeTrue();
        await Bots.StoreAsync(next, "a", "一。");
    }

    [Fact]
    public async Task Collection_made_by_another_bot_at_the_same_time_is_used()
    {
        var made = false;
        using (_bots.Node.Hold(async (request, cancelled) =>
        {
            if (!request.Is("PUT", "/collections/reports-f2-lexical") || made)
                return;
            made = true;
            using var http = new HttpClient { DefaultRequestHeaders = { { "api-key", Bots.Key } } };
            using var content = new StringContent(request.Body);
            (await http.PutAsync(new Uri(_bots.Node.Url + request.Path), content, cancelled)).EnsureSuccessStatusCode();
        }))
        {
            (await _bots.OpenAsync()).Health.Problem.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Alias_moves_on_from_an_older_format_which_is_left_in_place()
    {
        await LeadAliasToAsync("reports-f1-lexical");

        var index = await _bots.OpenAsync();

        index.Health.IsReady.ShouldBeTrue();
        _bots.Node.Aliases["reports"].ShouldBe("reports-f2-lexical");
        _bots.Node.Collections.ShouldContain("reports-f1-lexical");
        _bots.Log.Lines.ShouldContain(l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("reports-f1-lexical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Collection_of_a_newer_version_is_left_alone_and_told()
    {
        await LeadAliasToAsync("reports-f3-lexical");

        var index = await _bots.OpenAsync();

        index.Health.Problem!.ShouldContain("reports-f3-lexical");
        (await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "一。"))).Kind.ShouldBe(QdrantFailureKind.NewerFormat);
        _bots.Node.Aliases["reports"].ShouldBe("reports-f3-lexical");
    }

    [Fact]
    public async Task Deleted_collection_is_made_anew_by_the_next_poll()
    {
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using (var client = new QdrantClient(_bots.Options, _bots.Time))
            await client.DropAsync("reports-f2-lexical", CancellationToken.None);
        (await Should.ThrowAsync<QdrantException>(() => Bots.FindAsync(index, "科技贷款"))).Kind.ShouldBe(QdrantFailureKind.Missing);

        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => index.Catalogue.IsEmpty);

        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        (await Bots.FindAsync(index, "科技贷款")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, "reports-f1-lexical")]
    [InlineData("bge-m3", "reports-f1-bge-m3-1024")]
    [InlineData("Qwen/text-embedding-v4", "reports-f1-Qwen_text-embedding-v4-297e7440-1024")]
    public void Generation_is_named_by_format_model_and_dimensions(string? model, string name)
    {
        var generation = new QdrantGeneration("reports", 1, model is null ? null : new EmbeddingModel(model, 1024));

        generation.Name.ShouldBe(name);
        generation.FormatOf(name).ShouldBe(1);
        generation.FormatOf("other-f7-lexical").ShouldBeNull();
        generation.FormatOf("reports").ShouldBeNull();
    }

    private async Task LeadAliasToAsync(string collection)
    {
        using var client = new QdrantClient(_bots.Options, _bots.Time);
        await client.CreateAsync(collection, QdrantCollection.Of(_bots.Options, null), CancellationToken.None);
        await client.SwitchAsync(new QdrantAlias("reports", collection), CancellationToken.None);
    }
}
