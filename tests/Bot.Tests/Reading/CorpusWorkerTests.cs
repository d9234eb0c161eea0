using System.Collections.Immutable;
using Bot.Composition;
using Bot.Configuration;
using Bot.Reading;
using Bot.Retrieval;
using Bot.Tests.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Reading;

/// <summary>The real worker in the real server, over a folder in which files come, change and go.</summary>
public sealed class CorpusWorkerTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();
    private readonly ReadingRecorder _events = new();
    private WebApplication? _app;

    [Fact]
    public async Task Worker_reads_what_lies_in_the_folder_at_start_and_then_is_ready()
    {
        _corpus.WriteOld("甲.txt", "甲报告\n第一段");
        _corpus.WriteOld("2020/乙.txt", "乙报告\n第一段\n第二段");

        var app = await StartAsync();
        await app.Services.GetRequiredService<FirstReading>().WaitAsync(default).WaitAsync(TimeSpan.FromSeconds(30));

        Catalogue.Select(e => (e.File, e.Metadata?.Title, e.Paragraphs))
            .ShouldBe([("2020/乙.txt", "乙报告", 3), ("甲.txt", "甲报告", 2)]);
    }

    [Fact]
    public async Task Worker_reads_a_file_that_is_copied_into_the_folder()
    {
        await StartIdleAsync();

        _corpus.Write("新.txt", "新报告");
        var read = await _events.NextAsync<ReadingEvent.Read>();

        read.Title.ShouldBe("新报告");
        Catalogue.ShouldHaveSingleItem().IsSearchable.ShouldBeTrue();
    }

    [Fact]
    public async Task Worker_reads_a_changed_file_again_and_leaves_the_others()
    {
        _corpus.WriteOld("甲.txt", "甲报告");
        _corpus.WriteOld("乙.txt", "乙报告");
        await StartIdleAsync();

        _corpus.Write("甲.txt", "甲报告（修订）");
        await _events.NextAsync<ReadingEvent.Finished>();

        Catalogue.Select(e => e.Metadata!.Title).ShouldBe(["乙报告", "甲报告（修订）"], ignoreOrder: true);
        _events.TakeAll().OfType<ReadingEvent.Read>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Worker_forgets_a_report_whose_file_is_deleted()
    {
        var path = _corpus.WriteOld("甲.txt", "甲报告");
        _corpus.WriteOld("乙.txt", "乙报告");
        await StartIdleAsync();

        File.Delete(path);
        var removed = await _events.NextAsync<ReadingEvent.Removed>();

        removed.File.ShouldBe("甲.txt");
        Catalogue.ShouldHaveSingleItem().File.ShouldBe("乙.txt");
    }

    [Fact]
    public async Task Worker_follows_a_renamed_file()
    {
        var path = _corpus.WriteOld("甲.txt", "甲报告");
        await StartIdleAsync();

        File.Move(path, _corpus.PathOf("乙.txt"));
        await _events.NextAsync<ReadingEvent.Finished>();

        Catalogue.ShouldHaveSingleItem().Id.Value.ShouldBe("乙");
    }

    [Fact]
    public async Task Worker_waits_for_a_locked_file_and_reads_it_when_it_is_released()
    {
        await StartIdleAsync();
        using (var copying = new FileStream(_corpus.PathOf("大.txt"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            copying.Write("大"u8);
            copying.Flush(flushToDisk: true);
            await _events.NextAsync<ReadingEvent.Postponed>();
            copying.Write("报告"u8);
        }

        var read = await _events.NextAsync<ReadingEvent.Read>();

        read.Title.ShouldBe("大报告");
    }

    [Fact]
    public async Task Worker_names_the_problem_of_garbage_and_reads_the_rest()
    {
        _corpus.WriteOld("乱.bin", "\0\u0001\u0002");
        _corpus.WriteOld("空.txt", "");
        _corpus.WriteOld("错.txt", "BUG");
        _corpus.WriteOld("好.txt", "好报告");

        await StartIdleAsync();

        var problems = Catalogue.Where(e => !e.IsSearchable).Select(e => e.File);
        problems.ShouldBe(["乱.bin", "错.txt"], ignoreOrder: true);
        Catalogue.Single(e => e.File == "好.txt").IsSearchable.ShouldBeTrue();
        Catalogue.Single(e => e.File == "错.txt").Problem.ShouldNotBeNull().ShouldContain("错.txt");
    }

    [Fact]
    public async Task Worker_names_both_files_of_one_id_and_reads_the_one_that_is_left()
    {
        _corpus.WriteOld("甲.txt", "甲报告");
        var second = _corpus.WriteOld("甲.md", "甲报告");
        await StartIdleAsync();
        var clash = Catalogue.ShouldHaveSingleItem();

        File.Delete(second);
        await _events.NextAsync<ReadingEvent.Read>();

        clash.Problem.ShouldNotBeNull().ShouldContain("甲.md、甲.txt");
        Catalogue.ShouldHaveSingleItem().IsSearchable.ShouldBeTrue();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }

    private ImmutableArray<ReportEntry> Catalogue => _app!.Services.GetRequiredService<IReportIndex>().Catalogue; // set by StartAsync

    private async Task<WebApplication> StartAsync()
    {
        var configuration = BotConfiguration.Read([
            $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", "--Corpus:SettleMilliseconds=50", "--Web:Url=http://127.0.0.1:0"]);
        _app = BotApplication.Build(configuration, _events, services => services.AddSingleton<OpenReading>(PlainReading.OpenAsync));
        await _app.StartAsync();
        return _app;
    }

    /// <summary>Starts, and returns when the first pass is over and the folder is watched.</summary>
    private async Task StartIdleAsync()
    {
        await StartAsync();
        await _events.NextAsync<ReadingEvent.Finished>();
    }
}
