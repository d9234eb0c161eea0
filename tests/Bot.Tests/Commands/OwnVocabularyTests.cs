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

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
        _words.Dispose();
    }

    private BotProcess Start(string question, params string[] settings) =>
        BotProcess.Start(["ask", question, $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", .. settings]);
}
