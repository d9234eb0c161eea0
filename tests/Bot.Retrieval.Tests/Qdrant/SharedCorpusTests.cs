using Bot.Corpus;
using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>Several bots over one server: what one stores the others find, whole or not at all.</summary>
public sealed class SharedCorpusTests : IAsyncLifetime
{
    private static readonly string[] s_old = ["旧版第一段提到渔业补贴。", "旧版第二段。", "旧版第三段。"];
    private static readonly string[] s_new = ["新版第一段提到科技贷款。", "新版第二段。"];

    private Bots _bots = null!; // set by InitializeAsync before any test runs

    public async Task InitializeAsync() => _bots = await Bots.OverAsync(1);

    public async Task DisposeAsync() => await _bots.DisposeAsync();

    [Fact]
    public async Task Bot_finds_what_another_stored_once_it_has_polled()
    {
        var (writer, reader) = (await _bots.OpenAsync(), await _bots.OpenAsync());
        await Bots.StoreAsync(writer, "a", s_old);
        reader.Catalogue.ShouldBeEmpty();

        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => reader.Catalogue.Length == 1);

        (await Bots.TextsAsync(reader, "a")).ShouldBe(s_old);
        (await Bots.FindAsync(reader, "渔业补贴"))[0].Paragraph.ShouldBe(1);
    }

    [Fact]
    public async Task Bot_that_has_not_polled_reads_the_old_version_whole_while_another_replaces_it()
    {
        var (writer, reader) = (await _bots.OpenAsync(), await _bots.OpenAsync());
        await Bots.StoreAsync(writer, "a", s_old);
        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => reader.Catalogue.Length == 1);

        await Bots.StoreAsync(writer, "a", s_new);

        (await Bots.TextsAsync(reader, "a")).ShouldBe(s_old);
        (await Bots.FindAsync(reader, "第一段 第二段")).Select(h => h.Paragraph).ShouldBe([1, 2, 3], ignoreOrder: true);
        (await Bots.TextsAsync(writer, "a")).ShouldBe(s_new);
    }

    [Fact]
    public async Task Replaced_version_is_deleted_once_no_reader_can_be_reading_it()
    {
        var writer = await _bots.OpenAsync();
        await Bots.StoreAsync(writer, "a", s_old);
        await Bots.StoreAsync(writer, "a", s_new);
        Holds("旧版第三段").ShouldBeTrue();

        _bots.Time.Advance(QdrantLeftovers.Grace);
        await Eventually.BecomesTrueAsync(() => Kinds("version") == 1);

        (await Bots.TextsAsync(writer, "a")).ShouldBe(s_new);
        Holds("旧版").ShouldBeFalse();
        Kinds("paragraph").ShouldBe(2);
    }

    [Theory]
    [InlineData("/points", 2)]
    [InlineData("/points", 3)]
    [InlineData("/points/count", 1)]
    public async Task Half_replaced_report_is_never_seen_and_is_swept(string call, int nth)
    {
        var writer = await _bots.OpenAsync();
        await Bots.StoreAsync(writer, "a", s_old);
        _bots.Options.BatchBytes = 1; // one point to a request
        var met = 0;
        using (_bots.Node.Refuse(request =>
            (request.Path.Split('?')[0].EndsWith(call, StringComparison.Ordinal) && ++met >= nth) || met >= nth ? new Refusal(507, "quota exceeded") : null))
        {
            (await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(writer, "a", s_new))).Kind.ShouldBe(QdrantFailureKind.QuotaExceeded);
        }
        Holds("新版").ShouldBe(nth > 2 || call == "/points/count");

        var restarted = await _bots.OpenAsync();
        foreach (var bot in (QdrantReportIndex[])[writer, restarted])
        {
            (await Bots.TextsAsync(bot, "a")).ShouldBe(s_old);
            (await Bots.FindAsync(bot, "科技贷款 第一段")).ShouldAllBe(h => h.Paragraph <= 3);
            (await Bots.FindAsync(bot, "第一段 第二段")).Length.ShouldBe(3);
        }

        _bots.Time.Advance(QdrantLeftovers.Unfinished);
        var later = await _bots.OpenAsync();
        _bots.Time.Advance(QdrantLeftovers.Grace);
        await Eventually.BecomesTrueAsync(() => !Holds("新版") && Kinds("version") == 1);
        (await Bots.TextsAsync(later, "a")).ShouldBe(s_old);
    }

    [Fact]
    public async Task Points_of_a_version_that_failed_are_taken_back_when_the_server_lets_them()
    {
        var writer = await _bots.OpenAsync();
        _bots.Options.BatchBytes = 1;
        var stored = 0;
        using (_bots.Node.Refuse(request => request.Is("PUT", "/points") && ++stored == 3 ? new Refusal(507, "quota exceeded") : null))
            await Should.ThrowAsync<QdrantException>(() => Bots.StoreAsync(writer, "a", s_new));

        _bots.Node.Payloads(Bots.Collection).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_bots_that_store_one_report_at_once_leave_one_of_the_two_versions_whole()
    {
        var (first, second) = (await _bots.OpenAsync(), await _bots.OpenAsync());
        var met = new TaskCompletionSource();
        var stored = 0;
        using (_bots.Node.Hold(async (request, cancelled) =>
        {
            // Both have stored their points before either switches.
            if (request.Is("POST", "/points/count") && Interlocked.Increment(ref stored) == 2)
                met.SetResult();
            if (request.Is("POST", "/points/count"))
                await met.Task.WaitAsync(cancelled);
        }))
        {
            await Task.WhenAll(Bots.StoreAsync(first, "a", s_old), Bots.StoreAsync(second, "a", s_new));
        }

        _bots.Time.Advance(QdrantLeftovers.Unfinished);
        var third = await _bots.OpenAsync();
        _bots.Time.Advance(QdrantLeftovers.Grace);

        var texts = await Bots.TextsAsync(third, "a");
        string.Concat(texts).ShouldBeOneOf(string.Concat(s_old), string.Concat(s_new));
        (await Bots.FindAsync(third, "第一段 第二段")).Length.ShouldBe(texts.Length);
        await Eventually.BecomesTrueAsync(() => Kinds("version") == 1 && Kinds("paragraph") == texts.Length);
    }

    [Fact]
    public async Task Bot_whose_catalogue_is_old_reads_it_anew_before_it_reads_a_report()
    {
        var (writer, reader) = (await _bots.OpenAsync(), await _bots.OpenAsync());
        await Bots.StoreAsync(writer, "a", s_old);
        _bots.Poll();
        await Eventually.BecomesTrueAsync(() => reader.Catalogue.Length == 1);
        await writer.RemoveAsync(new ReportId("a"), CancellationToken.None);

        // The polls fail, so that only the read itself can find out.
        using (_bots.Node.Refuse(new Refusal(400, "not now"), which: r => r.Is("GET", "/aliases")))
        {
            _bots.Time.Advance(QdrantLeftovers.Grace);
            await Should.ThrowAsync<QdrantException>(() => Bots.TextsAsync(reader, "a"));
        }
        _bots.Time.Advance(TimeSpan.FromSeconds(2));
        (await Bots.TextsAsync(reader, "a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Batches_stay_under_the_limit_and_hold_more_than_one_point()
    {
        _bots.Options.BatchBytes = 64 << 10;
        var writer = await _bots.OpenAsync();
        string[] paragraphs = [.. Enumerable.Range(0, 60).Select(i => $"第{i}段，" + new string((char)('一' + i), 300) + "。")];

        await Bots.StoreAsync(writer, "a", paragraphs);

        var batches = _bots.Node.Requests.Where(r => r.Is("PUT", "/points")).ToList();
        batches.Max(b => b.Bytes).ShouldBeLessThan((64 << 10) + 100);
        batches.Count.ShouldBeInRange(4, 40);
        batches.ShouldAllBe(b => b.Path.EndsWith("?wait=true", StringComparison.Ordinal));
        (await Bots.TextsAsync(writer, "a")).ShouldBe(paragraphs);
    }

    [Fact]
    public async Task Equal_passages_are_cut_in_order_however_many_there_are()
    {
        var index = await _bots.OpenAsync();
        foreach (var id in (string[])["c", "a", "b"])
            await Bots.StoreAsync(index, id, [.. Enumerable.Repeat("高新技术企业培育。", 100)]);

        var hits = await index.SearchAsync(new PassageQuery("高新技术企业", Limit: 120), CancellationToken.None);

        // The first fifty are ranked by nearness as well, which is the same for all of them.
        hits.Select(h => $"{h.Report}{h.Paragraph}").ShouldBe(
            [.. Enumerable.Range(1, 100).Select(n => $"a{n}"), .. Enumerable.Range(1, 20).Select(n => $"b{n}")]);
    }

    [Fact]
    public async Task Numbers_come_back_as_they_were_written()
    {
        var writer = await _bots.OpenAsync();
        var report = new SampleReport("a").Body("占比7.60%。").Figure("7.60%", 7.60m, "%").ToReport();
        await writer.ReplaceAsync(report, "a.txt", CancellationToken.None);

        var loaded = await writer.LoadAsync(report.Id, CancellationToken.None);

        loaded!.Figures[0].Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("7.60");
    }

    private bool Holds(string text) => _bots.Node.Payloads(Bots.Collection)
        .Any(p => p.TryGetProperty("text", out var found) && found.GetString()!.Contains(text, StringComparison.Ordinal));

    private int Kinds(string kind) => _bots.Node.Payloads(Bots.Collection).Count(p => p.GetProperty("kind").GetString() == kind);
}
