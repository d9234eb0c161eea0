using Bot.Reading;
using Bot.Tests.Parts;

namespace Bot.Tests.Reading;

public sealed class CorpusFolderTests : IDisposable
{
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _files = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Folder_shows_files_of_sub_folders_and_ignores_hidden_and_temporary_ones()
    {
        string[] files = ["b.txt", "2020/a.docx", ".hidden.txt", "~$a.docx", "c.txt.part", "d.txt~", "Thumbs.db", ".git/e.txt", "sources.json"];
        foreach (var file in files)
            WriteStill(file, file);

        var look = await Folder().LookAsync(default);

        look.Files.Select(f => f.File).ShouldBe(["2020/a.docx", "b.txt"]);
    }

    [Fact]
    public async Task File_is_settled_at_first_sight_when_it_was_written_long_ago()
    {
        WriteStill("a.txt", "甲");

        var look = await Folder().LookAsync(default);

        look.Files.ShouldHaveSingleItem().Content.ShouldBeOfType<FileContent.Settled>();
    }

    [Fact]
    public async Task File_is_unsettled_until_size_and_time_stand_still()
    {
        var folder = Folder();
        WriteNow("a.txt", "半");
        var first = await LookAtOnlyFileAsync(folder);
        _time.Advance(s_settling / 2);
        WriteNow("a.txt", "半份");
        _time.Advance(s_settling / 2);
        var second = await LookAtOnlyFileAsync(folder);
        _time.Advance(s_settling);

        var third = await LookAtOnlyFileAsync(folder);

        first.ShouldBeOfType<FileContent.Unsettled>();
        second.ShouldBeOfType<FileContent.Unsettled>();
        third.ShouldBeOfType<FileContent.Settled>();
    }

    [Fact]
    public async Task File_dated_in_the_future_is_settled_once_it_stood_still_for_us()
    {
        var folder = Folder();
        File.SetLastWriteTimeUtc(_files.Write("a.txt", "甲"), _time.GetUtcNow().UtcDateTime.AddYears(1));
        var first = await LookAtOnlyFileAsync(folder);
        _time.Advance(s_settling);

        var second = await LookAtOnlyFileAsync(folder);

        first.ShouldBeOfType<FileContent.Unsettled>();
        second.ShouldBeOfType<FileContent.Settled>();
    }

    [Fact]
    public async Task Locked_file_is_unsettled_then_a_problem_when_it_stays_locked()
    {
        var folder = Folder();
        var path = WriteStill("a.txt", "甲");
        using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var first = await LookAtOnlyFileAsync(folder);
        _time.Advance(s_patience);

        var second = await LookAtOnlyFileAsync(folder);

        first.ShouldBeOfType<FileContent.Unsettled>();
        second.ShouldBeOfType<FileContent.Closed>().Problem.ShouldContain("a.txt");
    }

    [Fact]
    public async Task File_is_settled_again_when_its_lock_is_released()
    {
        var folder = Folder();
        var path = WriteStill("a.txt", "甲");
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            await folder.LookAsync(default);

        var content = await LookAtOnlyFileAsync(folder);

        content.ShouldBeOfType<FileContent.Settled>();
    }

    [Fact]
    public async Task Hash_changes_with_the_content_and_with_what_sources_json_says()
    {
        var folder = Folder();
        WriteStill("a.txt", "甲");
        var first = await LookAtOnlyFileAsync(folder);
        WriteStill("a.txt", "乙甲");
        var second = await LookAtOnlyFileAsync(folder);
        WriteStill("sources.json", """{"a":{"region":"绍兴市"}}""");

        var third = await LookAtOnlyFileAsync(folder);

        new[] { first, second, third }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Broken_sources_json_is_told_once_and_what_it_said_before_stays_in_force()
    {
        var folder = Folder();
        WriteStill("a.txt", "甲");
        WriteStill("sources.json", "{}");
        var before = await folder.LookAsync(default);
        WriteStill("sources.json", "broken");
        var broken = await folder.LookAsync(default);

        var after = await folder.LookAsync(default);

        broken.SourcesProblem.ShouldNotBeNull().Remedy.ShouldNotBeEmpty();
        broken.Files.ShouldBe(before.Files);
        after.SourcesProblem.ShouldBeNull();
    }

    [Fact]
    public async Task Folder_that_is_missing_throws_instead_of_looking_empty()
    {
        var missing = new CorpusFolder(_files.PathOf("missing"), s_settling, s_patience, PlainReading.OpenAsync, _time);

        await Should.ThrowAsync<IOException>(() => missing.LookAsync(default));
    }

    public void Dispose() => _files.Dispose();

    private CorpusFolder Folder() => new(_files.Path, s_settling, s_patience, PlainReading.OpenAsync, _time);

    private static async Task<FileContent> LookAtOnlyFileAsync(CorpusFolder folder) =>
        (await folder.LookAsync(default)).Files.ShouldHaveSingleItem().Content;

    private string WriteStill(string file, string text) => WriteAt(file, text, _time.GetUtcNow().AddHours(-1));

    private string WriteNow(string file, string text) => WriteAt(file, text, _time.GetUtcNow());

    private string WriteAt(string file, string text, DateTimeOffset at)
    {
        var path = _files.Write(file, text);
        File.SetLastWriteTimeUtc(path, at.UtcDateTime);
        return path;
    }
}
