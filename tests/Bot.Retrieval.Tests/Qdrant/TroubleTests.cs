using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>Nodes that are down, slow, full or closed to us: what goes on, and what is said.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private Bots _bots = null!; // set by InitializeAsync before any test runs

    public async Task InitializeAsync() => _bots = await Bots.OverAsync(2);

    public async Task DisposeAsync() => await _bots.DisposeAsync();

    [Fact]
    public async Task Reads_and_writes_go_on_by_the_other_node_when_one_is_down()
    {
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using var down = _bots.Node.Refuse(Refusal.Down);

        await Bots.StoreAsync(index, "b", "科技保险3亿元。");

        (await Bots.FindAsync(index, "科技贷款"))[0].Report.Value.ShouldBe("a");
        (await Bots.TextsAsync(index, "b")).ShouldBe(["科技保险3亿元。"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ill_node_is_left_alone_for_a_while_and_asked_again_afterwards(bool isDown)
    {
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using (_bots.Node.Refuse(isDown ? Refusal.Down : new Refusal(503, "Service unavailable: shard 0 is not active"), times: 1))
            await Bots.TextsAsync(index, "a");
        var asked = _bots.Node.Requests.Count;

        await Bots.TextsAsync(index, "a");
        var whileIll = _bots.Node.Requests.Count;
        _bots.Time.Advance(QdrantNodes.Illness);
        await Bots.TextsAsync(index, "a");

        whileIll.ShouldBe(asked);
        _bots.Node.Requests.Count.ShouldBeGreaterThan(whileIll);
    }

    [Fact]
    public async Task Slow_node_is_given_up_after_the_timeout_for_the_other()
    {
        (_bots.Options.RefreshSeconds, _bots.Options.TimeoutSeconds) = (20, 10);
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        var arrived = new TaskCompletionSource();
        using var slow = _bots.Node.Hold(async (_, cancelled) =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancelled);
        });

        var reading = Bots.TextsAsync(index, "a");
        await arrived.Task;
        _bots.Time.Advance(_bots.Options.Timeout);

        (await reading).ShouldBe(["科技贷款12亿元。"]);
    }

    [Fact]
    public async Task Bot_starts_without_Qdrant_says_so_and_recovers_by_itself()
    {
        var down = (IDisposable[])[_bots.Node.Refuse(Refusal.Down), _bots.OtherNode.Refuse(Refusal.Down)];

        var index = await _bots.OpenAsync();

        Should.Throw<QdrantException>(() => index.Catalogue).Kind.ShouldBe(QdrantFailureKind.Unreachable);
        index.Health.IsReady.ShouldBeFalse();
        index.Health.Problem!.ShouldContain("连不上 Qdrant");
        index.Health.Problem!.ShouldContain("Index:Qdrant:Urls");
        (await Should.ThrowAsync<QdrantException>(() => Bots.FindAsync(index, "科技"))).Kind.ShouldBe(QdrantFailureKind.Unreachable);
        (await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "一。"))).Kind.ShouldBe(QdrantFailureKind.Unreachable);

        Array.ForEach(down, d => d.Dispose());
        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => index.Health.IsReady);
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        (await Bots.FindAsync(index, "科技贷款")).ShouldHaveSingleItem();
        _bots.Log.Lines.Count(l => l.StartsWith("Warning", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_key_is_named_and_never_shown()
    {
        _bots.Options.ApiKey = "another-Key";
        var index = await _bots.OpenAsync();

        var failure = await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "一。"));

        failure.Kind.ShouldBe(QdrantFailureKind.WrongKey);
        failure.Message.ShouldContain("Index:Qdrant:ApiKey");
        index.Health.Problem.ShouldBe(failure.Message);
        $"{failure}{index.Health}{string.Concat(_bots.Log.Lines)}".ShouldNotContain("another-Key");
    }

    [Fact]
    public async Task What_the_server_says_is_quoted_in_short_and_without_the_key()
    {
        var index = await _bots.OpenAsync();
        using var refused = _bots.Node.Refuse(new Refusal(400, $"Wrong input near {Bots.Key}: {new string('x', 5000)}"));

        var failure = await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "一。"));

        failure.Message.ShouldContain("Wrong input near ***");
        failure.Message.Length.ShouldBeLessThan(1200);
    }

    [Theory]
    [InlineData(403, "Forbidden", QdrantFailureKind.WrongKey)]
    [InlineData(400, "Format error in JSON body", QdrantFailureKind.Invalid)]
    [InlineData(422, "Validation error", QdrantFailureKind.Invalid)]
    [InlineData(404, "Not found: Collection doesn't exist!", QdrantFailureKind.Missing)]
    [InlineData(409, "Wrong input: already exists", QdrantFailureKind.Conflict)]
    [InlineData(413, "too large", QdrantFailureKind.TooLarge)]
    [InlineData(507, "Quota exceeded", QdrantFailureKind.QuotaExceeded)]
    [InlineData(500, "Service internal error: No space left on device (os error 28)", QdrantFailureKind.DiskFull)]
    public async Task Failure_that_no_repetition_mends_is_told_at_once_in_words_of_its_own(int status, string said, QdrantFailureKind kind)
    {
        var index = await _bots.OpenAsync();
        using var refused = _bots.Node.Refuse(new Refusal(status, said), which: r => r.Is("PUT", "/points"));
        _bots.Node.Requests.Clear();

        var failure = await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "一。"));

        failure.Kind.ShouldBe(kind);
        _bots.Node.Requests.Count(r => r.Is("PUT", "/points")).ShouldBe(1);
        index.Catalogue.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rate_limit_is_waited_for_as_long_as_asked()
    {
        _bots.Options.RefreshSeconds = 20;
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using var limited = _bots.Node.Refuse(new Refusal(429, "Rate limiting exceeded", RetryAfter: 7), times: 1);

        var reading = Bots.TextsAsync(index, "a");
        await _bots.Time.WaitedForAsync(TimeSpan.FromSeconds(7));
        _bots.Time.Advance(TimeSpan.FromSeconds(6.9));
        reading.IsCompleted.ShouldBeFalse();
        _bots.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await reading).ShouldBe(["科技贷款12亿元。"]);
    }

    [Fact]
    public async Task Rate_limit_beyond_patience_is_told()
    {
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using var limited = _bots.Node.Refuse(new Refusal(429, "Rate limiting exceeded", RetryAfter: 3600));

        (await Should.ThrowAsync<QdrantException>(() => Bots.TextsAsync(index, "a"))).Kind.ShouldBe(QdrantFailureKind.RateLimited);
    }

    [Theory]
    [InlineData(408, QdrantFailureKind.Timeout)]
    [InlineData(500, QdrantFailureKind.ServerFault)]
    public async Task Passing_failure_is_tried_again_within_a_limit(int status, QdrantFailureKind kind)
    {
        _bots.Options.RefreshSeconds = 20;
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "科技贷款12亿元。");
        using var failing = _bots.Node.Refuse(new Refusal(status, "oops"));
        _bots.Node.Requests.Clear();

        var reading = Bots.TextsAsync(index, "a");
        foreach (var pause in (int[])[100, 200])
        {
            await _bots.Time.WaitedForAsync(TimeSpan.FromMilliseconds(pause));
            _bots.Time.Advance(TimeSpan.FromMilliseconds(pause));
        }

        (await Should.ThrowAsync<QdrantException>(() => reading)).Kind.ShouldBe(kind);
        _bots.Node.Requests.Count.ShouldBe(QdrantHttp.Rounds);
    }

    [Fact]
    public async Task Points_that_the_server_confirmed_but_lost_are_not_put_to_use()
    {
        var index = await _bots.OpenAsync();
        await Bots.StoreAsync(index, "a", "旧。");
        // What says 200 and does nothing: an answer of the right form to every batch but the first.
        var met = 0;
        using var lossy = _bots.Node.Refuse(r => r.Is("PUT", "/points") && ++met == 2
            ? new Refusal(200, """{"result":{"operation_id":1,"status":"completed"},"status":"ok","time":0}""", IsPlain: true) : null);

        (await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(index, "a", "新。"))).Kind.ShouldBe(QdrantFailureKind.Lost);

        (await Bots.TextsAsync(index, "a")).ShouldBe(["旧。"]);
    }

    [Fact]
    public async Task What_is_not_Qdrant_is_told_apart()
    {
        using var page = _bots.Node.Refuse(new Refusal(200, "<html>It works!</html>", IsPlain: true));

        var index = await _bots.OpenAsync();

        index.Health.Problem!.ShouldContain("6333");
        (await Should.ThrowAsync<QdrantException>(() => Bots.FindAsync(index, "科技"))).Kind.ShouldBe(QdrantFailureKind.BadAnswer);
    }
}
