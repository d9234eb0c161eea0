using System.Text.Json;
using Bot.Commands;
using Bot.Tests.Parts;

namespace Bot.Tests.Commands;

/// <summary>The program as the shell sees it: arguments in; text, errors and exit code out.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();

    [Fact]
    public async Task Help_names_every_command_in_Chinese_and_English()
    {
        var run = await BotRun.OfAsync("--help");

        run.ExitCode.ShouldBe(ExitCode.Success);
        foreach (var word in (string[])["run", "ingest", "ask", "reports", "回答一个问题", "Answer one question"])
            run.Out.ShouldContain(word);
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("ask", "问题", "--jsn")]
    [InlineData("ask")]
    [InlineData("reports", "--Corpse:Folder=x")]
    public async Task Mistake_on_the_command_line_is_told_with_exit_code_2(params string[] arguments)
    {
        var run = await BotRun.OfAsync(arguments);

        run.ExitCode.ShouldBe(ExitCode.Misconfigured);
        run.Error.ShouldContain("命令行有误");
        run.Error.ShouldContain("--help");
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_setting_is_told_with_exit_code_2_before_anything_is_read()
    {
        var run = await BotRun.OnAsync(_corpus, _storage, "ingest", "--Corpus:RescanSeconds=0");

        run.ExitCode.ShouldBe(ExitCode.Misconfigured);
        run.Error.ShouldContain("Corpus:RescanSeconds");
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unknown_setting_is_warned_of_and_the_command_goes_on()
    {
        _corpus.WriteOld("甲.txt", "甲报告");

        var run = await BotRun.OnAsync(_corpus, _storage, "ingest", "--Corpus:Foldr=x");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Error.ShouldContain("Did you mean Corpus:Folder?");
    }

    [Fact]
    public async Task Ingest_lists_what_it_read_without_colour_codes()
    {
        _corpus.WriteOld("甲.txt", "甲报告\n第一段");

        var run = await BotRun.OnAsync(_corpus, _storage, "ingest");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Out.ShouldContain("甲报告");
        run.Out.ShouldContain("可检索");
        run.Out.ShouldNotContain("\u001b");
        run.Error.ShouldContain("已读 甲.txt：《甲报告》 2 段");
    }

    [Fact]
    public async Task Ingest_ends_with_exit_code_1_and_a_remedy_when_a_file_cannot_be_read()
    {
        _corpus.WriteOld("乱.bin", "\0");

        var run = await BotRun.OnAsync(_corpus, _storage, "ingest");

        run.ExitCode.ShouldBe(ExitCode.Failure);
        run.Out.ShouldContain("请换成文字文件");
    }

    [Fact]
    public async Task Ingest_reads_the_folder_it_is_given()
    {
        using var other = new TemporaryFolder();
        other.WriteOld("乙.txt", "乙报告");

        var run = await BotRun.OfAsync("ingest", other.Path, $"--Storage:Directory={_storage.Path}");

        run.Out.ShouldContain("乙报告");
    }

    [Fact]
    public async Task Reports_lists_the_state_of_every_file()
    {
        _corpus.WriteOld("甲.txt", "甲报告");
        _corpus.WriteOld("乱.bin", "\0");

        var run = await BotRun.OnAsync(_corpus, _storage, "reports", "--removed");

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Out.ShouldContain("甲.txt");
        run.Out.ShouldContain("未读 乱.bin");
        run.Out.ShouldContain("甲.txt 去掉 0 处");
    }

    [Fact]
    public async Task Ask_ends_with_exit_code_3_when_the_reports_do_not_tell()
    {
        _corpus.WriteOld("甲.txt", "甲报告");

        var run = await BotRun.OnAsync(_corpus, _storage, "ask", "火星基地何时建成？");

        run.ExitCode.ShouldBe(ExitCode.Refused);
        run.Out.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Ask_with_json_prints_only_the_contract_of_the_api()
    {
        _corpus.WriteOld("甲.txt", "甲报告");

        var run = await BotRun.OnAsync(_corpus, _storage, "ask", "火星基地何时建成？", "--json");

        using var json = JsonDocument.Parse(run.Out);
        json.RootElement.GetProperty("outcome").GetString().ShouldBe("refused");
        string[] names = ["id", "outcome", "mode", "text", "citations", "computed", "figures", "elapsedMs"];
        names.ShouldBeSubsetOf(json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Ask_refuses_an_empty_question_as_a_mistake(string question)
    {
        var run = await BotRun.OnAsync(_corpus, _storage, "ask", question);

        run.ExitCode.ShouldBe(ExitCode.Misconfigured);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }
}
