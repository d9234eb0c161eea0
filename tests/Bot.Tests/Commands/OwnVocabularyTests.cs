using System.Text.Json;
using Bot.Commands;
using Bot.Tests.Parts;

namespace Bot.Tests.Commands;

/// <summary>Vocabulary:Folder: the words of the house that asks.</summary>
public sealed class OwnVocabularyTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();
    private readonly TemporaryFolder _words = new();

    [Fact]
    public async Task Word_of_the_house_is_understood_when_its_synonyms_file_says_what_it_means()
    {
        _corpus.WriteOld("甲市2021.txt", "甲市科技局2021年工作总结\n\n2021年，甲市新认定高新技术企业128家。");
        _words.Write("synonyms.txt", "蓝帽子, 高新技术企业\n");

        using var plain = Start("甲市2021年新认定蓝帽子多少家？");
        var (_, without) = await plain.EndAsync();
        using var taught = Start("甲市2021年新认定蓝帽子多少家？", $"--Vocabulary:Folder={_words.Path}");
        var (exitCode, with) = await taught.EndAsync();

        without.ShouldNotBe(with);
        exitCode.ShouldBe(ExitCode.Success);
        with.ShouldContain("128家");
    }

    [Fact]
    public async Task Indicator_of_the_house_is_read_out_of_reports_and_answers_when_its_file_names_it()
    {
        _corpus.WriteOld("甲市2021.txt", "甲市科技局2021年工作总结\n\n2021年，全市蓝海企业达到37家。");
        using var plain = Start("甲市2021年蓝海科技型企业有多少家？", "--json");
        await plain.EndAsync();
        _words.Write("indicators.txt", "# 本市\n蓝海科技型企业 | 蓝海企业 | blue-sea enterprises | 家 |\n");

        using var taught = Start("甲市2021年蓝海科技型企业有多少家？", "--json", $"--Vocabulary:Folder={_words.Path}");
        var (exitCode, answer) = await taught.EndAsync();

        exitCode.ShouldBe(ExitCode.Success);
        var figure = JsonDocument.Parse(answer).RootElement.GetProperty("figures")[0];
        figure.GetProperty("indicator").GetString().ShouldBe("蓝海科技型企业");
        figure.GetProperty("value").GetDecimal().ShouldBe(37);
        taught.Error.ShouldContain("已读", customMessage: "another vocabulary, another reading");

        using var again = Start("甲市2021年蓝海科技型企业有多少家？", $"--Vocabulary:Folder={_words.Path}");
        await again.EndAsync();
        again.Error.ShouldNotContain("已读", customMessage: "the same vocabulary, the same reading");
    }

    [Theory]
    [InlineData("ask", "甲市有多少家？")]
    [InlineData("run", "--Web:Url=http://127.0.0.1:0")]
    public async Task Line_that_can_not_be_used_stops_the_program_and_is_named(string command, string argument)
    {
        _words.Write("indicators.txt", "# 本市\n\n蓝海企业, 蓝海科技型企业\n");

        using var process = BotProcess.Start(
            [command, argument, $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", $"--Vocabulary:Folder={_words.Path}"]);
        var (exitCode, _) = await process.EndAsync();

        exitCode.ShouldBe(ExitCode.Misconfigured);
        process.Error.ShouldContain("indicators.txt 第 3 行“蓝海企业, 蓝海科技型企业”");
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
        _words.Dispose();
    }

    private BotProcess Start(string question, params string[] settings) =>
        BotProcess.Start(["ask", question, $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", .. settings]);
}
