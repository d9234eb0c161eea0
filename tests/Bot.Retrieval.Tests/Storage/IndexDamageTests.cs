using Bot.Corpus;
using Microsoft.Data.Sqlite;

namespace Bot.Retrieval.Tests.Storage;

/// <summary>What crashes and damage leave behind is mended when the index is opened.</summary>
public sealed class IndexDamageTests : IDisposable
{
    private const string FormatOne = """
        CREATE TABLE reports (
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, file TEXT NOT NULL, content_hash TEXT NOT NULL, metadata TEXT,
            paragraphs INTEGER NOT NULL, figures INTEGER NOT NULL, mentioned_years TEXT NOT NULL, warnings TEXT NOT NULL, removed TEXT,
            problem TEXT, indexed_at TEXT NOT NULL);
        CREATE TABLE paragraphs (
            address INTEGER PRIMARY KEY, kind INTEGER NOT NULL, part INTEGER NOT NULL, start INTEGER NOT NULL, text TEXT NOT NULL,
            section TEXT, years TEXT, sentences TEXT, figures TEXT);
        CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL UNIQUE);
        CREATE TABLE replaced (key INTEGER PRIMARY KEY);
        INSERT INTO reports VALUES (7, 'a', 'a.txt', 'h', NULL, 0, 0, '[]', '[]', NULL, '坏', '2026-01-01T00:00:00.0000000+00:00');
        INSERT INTO segments VALUES (1, 'postings-0123.seg');
        PRAGMA user_version = 1;
        """;

    // The tables of format 2 that later formats have too are made here with one column: they are dropped.
    private const string FormatTwo = """
        CREATE TABLE reports (key INTEGER PRIMARY KEY); CREATE TABLE paragraphs (address INTEGER PRIMARY KEY);
        CREATE TABLE segments (id INTEGER PRIMARY KEY); CREATE TABLE versions (key INTEGER PRIMARY KEY, died INTEGER);
        CREATE INDEX versions_died ON versions (died) WHERE died IS NOT NULL;
        CREATE TABLE changes (last INTEGER NOT NULL, deleted INTEGER NOT NULL);
        CREATE TABLE figures (address INTEGER, name INTEGER, region INTEGER, is_corrected INTEGER);
        CREATE INDEX figures_by_name ON figures (name, region);
        CREATE TABLE names (id INTEGER PRIMARY KEY); CREATE TABLE regions (id INTEGER PRIMARY KEY, text TEXT);
        PRAGMA user_version = 2;
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedLog<SqliteReportIndex> _log = new();

    [Fact]
    public async Task A_copy_taken_while_the_index_is_open_opens_whole()
    {
        using var copied = new TemporaryFolder();
        using (var index = Open(_folder))
        {
            await StoreAsync(index, 40);
            _folder.CopyTo(copied);
            await StoreAsync(index, 60);
        }

        using var copy = Open(copied);

        copy.Catalogue.Length.ShouldBe(40);
        await ShouldFindAllAsync(copy, 40);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("overwritten")]
    [InlineData("empty")]
    [InlineData("missing")]
    public async Task A_segment_that_is_damaged_or_missing_is_rebuilt(string damage)
    {
        await StoreAndCloseAsync(30);
        var segment = _folder.Files("*.seg")[0];
        await DamageAsync(segment, damage);

        using var index = Open(_folder);

        await ShouldFindAllAsync(index, 30);
        _log.Lines.ShouldContain(line => line.Contains("Segment", StringComparison.Ordinal) && line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rebuilt_segment_needs_no_rebuilding_the_next_time()
    {
        await StoreAndCloseAsync(30);
        File.Delete(_folder.Files("*.seg")[0]);
        Open(_folder).Dispose();
        _log.Lines.Clear();

        using var index = Open(_folder);

        await ShouldFindAllAsync(index, 30);
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Segments_of_unfinished_changes_are_deleted()
    {
        await StoreAndCloseAsync(3);
        var orphan = _folder["postings-0123.seg"];
        await File.WriteAllTextAsync(orphan, "half");

        using var index = Open(_folder);

        File.Exists(orphan).ShouldBeFalse();
        await ShouldFindAllAsync(index, 3);
    }

    [Fact]
    public async Task A_database_of_garbage_is_set_aside_and_the_index_begins_empty()
    {
        await StoreAndCloseAsync(3);
        await File.WriteAllTextAsync(_folder["reports.db"], new string('坏', 9000));

        using var index = Open(_folder);

        index.Catalogue.ShouldBeEmpty();
        _log.Lines.ShouldContain(line => line.Contains("reports.db", StringComparison.Ordinal) && line.Contains("set aside", StringComparison.Ordinal));
        _folder.Files("reports.db.unusable-*").ShouldNotBeEmpty();
        await StoreAsync(index, 3);
        await ShouldFindAllAsync(index, 3);
    }

    [Fact]
    public async Task A_database_damaged_in_the_middle_is_set_aside()
    {
        await StoreAndCloseAsync(30);
        await using (var file = new FileStream(_folder["reports.db"], FileMode.Open))
        {
            file.Position = 4096 * 2;
            file.Write(new byte[4096 * 8].Select((_, i) => (byte)(i * 31)).ToArray());
        }

        using var index = Open(_folder);

        index.Catalogue.ShouldBeEmpty();
        _folder.Files("reports.db.unusable-*").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_database_of_a_newer_format_is_refused_and_left_alone()
    {
        await StoreAndCloseAsync(1);
        SetFormat(99);

        var refusal = Should.Throw<InvalidOperationException>(() => Open(_folder));

        refusal.Message.ShouldContain("format 99");
        _folder.Files("reports.db.unusable-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_of_an_older_format_is_set_aside()
    {
        await StoreAndCloseAsync(1);
        SetFormat(-1);

        using var index = Open(_folder);

        index.Catalogue.ShouldBeEmpty();
        _folder.Files("reports.db.unusable-*").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(FormatOne)]
    [InlineData(FormatTwo)]
    public void A_database_of_a_format_before_is_read_anew_without_a_word(string format)
    {
        using (var old = new SqliteConnection($"Data Source={_folder["reports.db"]};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = format;
            command.ExecuteNonQuery();
        }
        File.WriteAllText(_folder["postings-0123.seg"], "of the old format");

        using var index = Open(_folder);

        index.Catalogue.ShouldBeEmpty();
        _log.Lines.ShouldNotContain(line => line.StartsWith("Warning", StringComparison.Ordinal));
        _folder.Files("reports.db.unusable-*").ShouldBeEmpty();
        _folder.Files("*.seg").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FormatOne)]
    [InlineData(FormatTwo)]
    public async Task An_upgraded_database_takes_reports_figures_and_measures(string format)
    {
        A_database_of_a_format_before_is_read_anew_without_a_word(format);

        using var index = Open(_folder);
        await index.ReplaceAsync(
            new SampleReport("a").Body("共1家。").Figure("1家", 1, "家").Measure("补助").ToReport(), "a.txt", CancellationToken.None);

        (await index.FindFiguresAsync(new FigureQuery(), CancellationToken.None)).Total.ShouldBe(1);
        (await index.FindMeasuresAsync(new MeasureQuery(new DateOnly(2026, 1, 1)), CancellationToken.None)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_opening_finds_the_figures_of_a_report_that_was_replaced_meanwhile()
    {
        using var writing = Open(_folder);
        await StoreFigureAsync(writing, 1);
        using var reading = Open(_folder);

        for (var value = 2; value <= 4; value++)
        {
            await StoreFigureAsync(writing, value);

            var page = await reading.FindFiguresAsync(new FigureQuery(), CancellationToken.None);
            page.Figures.ShouldHaveSingleItem().Figure.Value.ShouldBeInRange(value - 1, value);
        }
    }

    [Fact]
    public async Task A_second_opening_reads_what_is_stored_and_changes_nothing()
    {
        using var writing = Open(_folder);
        await StoreAsync(writing, 3);

        using var reading = Open(_folder);

        reading.IsReadOnly.ShouldBeTrue();
        await ShouldFindAllAsync(reading, 3);
        await Should.ThrowAsync<InvalidOperationException>(() => StoreAsync(reading, 1));
    }

    [Fact]
    public async Task A_second_opening_finds_a_report_again_that_was_replaced_meanwhile()
    {
        using var writing = Open(_folder);
        await StoreAsync(writing, 3);
        using var reading = Open(_folder);

        for (var round = 0; round < 3; round++)
            await StoreAsync(writing, 3);

        await ShouldFindAllAsync(reading, 3);
    }

    [Fact]
    public async Task Replacing_over_and_over_does_not_grow_the_folder()
    {
        using var index = Open(_folder);
        for (var round = 0; round < 30; round++)
            await StoreAsync(index, 5);

        _folder.Files("*.seg").Length.ShouldBeLessThan(4);
        _folder.Files("*.seg").Sum(f => new FileInfo(f).Length).ShouldBeLessThan(40_000);
        Count("paragraphs").ShouldBeLessThan(5 * 4 * 2 + 1);

        for (var round = 0; round < 30; round++)
            await StoreFigureAsync(index, round);
        Count("figures").ShouldBeLessThan(3);
        Count("names").ShouldBeLessThan(3);
        Count("versions").ShouldBeLessThan(5 * 2 + 3);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task DamageAsync(string segment, string damage)
    {
        var bytes = await File.ReadAllBytesAsync(segment);
        switch (damage)
        {
            case "cut":
                await File.WriteAllBytesAsync(segment, bytes[..(bytes.Length / 2)]);
                break;
            case "overwritten":
                bytes[bytes.Length / 3] ^= 0x55;
                await File.WriteAllBytesAsync(segment, bytes);
                break;
            case "empty":
                await File.WriteAllBytesAsync(segment, []);
                break;
            default:
                File.Delete(segment);
                break;
        }
    }

    private async Task StoreAndCloseAsync(int reports)
    {
        using var index = Open(_folder);
        await StoreAsync(index, reports);
        _log.Lines.Clear();
    }

    private static async Task StoreAsync(SqliteReportIndex index, int reports)
    {
        for (var i = 0; i < reports; i++)
            await index.ReplaceAsync(
                SampleReport.Of($"r{i}", $"编号甲{i}的企业。", "共同的段落。", "另一段。", "末段。"), $"r{i}.txt", CancellationToken.None);
    }

    private static async Task ShouldFindAllAsync(SqliteReportIndex index, int reports)
    {
        for (var i = 0; i < reports; i++)
        {
            var hits = await index.SearchAsync(new PassageQuery($"编号甲{i}的企业"), CancellationToken.None);
            hits[0].Report.ShouldBe(new ReportId($"r{i}"));
            (await index.LoadAsync(hits[0].Report, CancellationToken.None)).ShouldNotBeNull().Paragraphs.Length.ShouldBe(4);
        }
    }

    // The value stands in the words too, as numbers do in the words of a misread sentence.
    private static Task StoreFigureAsync(SqliteReportIndex index, int value) => index.ReplaceAsync(
        new SampleReport("figure").Body($"共{value}家。").Figure($"{value}家", value, "家").Meaning(f => f with { Words = $"第{value}批" }).ToReport(),
        "figure.txt",
        CancellationToken.None);

    private SqliteReportIndex Open(TemporaryFolder folder) => SqliteReportIndex.Open(folder.Path, TimeProvider.System, _log);

    private void SetFormat(int format)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["reports.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA user_version = {format}";
        command.ExecuteNonQuery();
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["reports.db"]};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!; // count(*) is never null
    }
}
