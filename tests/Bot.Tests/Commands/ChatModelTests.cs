using System.Text.Json;
using Bot.Commands;
using Bot.Tests.Parts;
using Bot.TestServers;

namespace Bot.Tests.Commands;

/// <summary>The program with a chat model configured.</summary>
public sealed class ChatModelTests : IDisposable
{
    private const string Report = """
        江北市科技局2022年工作总结和2023年工作计划

        一、2022年工作总结
        （一）壮大创新主体。新认定高新技术企业128家，净增96家，总数达731家。
        """;

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();

    [Fact]
    public async Task Answer_is_phrased_by_the_model_when_one_is_configured()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Chat.Always(Script.Text("2022年，江北市新认定的高新技术企业有128家[1]。"));
        _corpus.WriteOld("江北.txt", Report);

        using var output = new StringWriter();
        using var error = new StringWriter();

        // Not BotRun, whose plain reader reads no figures.
        var exitCode = await new BotProgram(new BotConsole(output, error, IsTerminal: false)).RunAsync(
        [
            "ask", "江北市2022年新认定高新技术企业多少家？", "--json",
            $"--Model:Chat:BaseUrl={server.BaseUrl}", "--Model:Chat:Model=test",
            $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", "--Corpus:SettleMilliseconds=50",
        ]);

        exitCode.ShouldBe(ExitCode.Success, error.ToString());
        var answer = JsonDocument.Parse(output.ToString()).RootElement;
        answer.GetProperty("mode").GetString().ShouldBe("generative");
        answer.GetProperty("text").GetString()!.ShouldStartWith("2022年，江北市新认定的高新技术企业有128家[1]。"); // every answer has a text
    }

    [Theory]
    [InlineData("Model:Chat:Model", "--Model:Chat:BaseUrl=http://127.0.0.1:9/v1")]
    [InlineData("Model:Chat:BaseUrl", "--Model:Chat:Model=test")]
    [InlineData("Model:Chat:BudgetSeconds", "--Model:Chat:BudgetSeconds=0")]
    [InlineData("Telemetry:OtlpEndpoint", "--Telemetry:OtlpEndpoint=collector")]
    [InlineData("Prompts:Folder", "--Prompts:Folder=/no/such/folder")]
    [InlineData("skprompt.txt", "--Model:Chat:BaseUrl=http://127.0.0.1:9/v1", "--Model:Chat:Model=test", "--Prompts:Folder=/")]
    public async Task Setting_that_cannot_be_used_is_named_with_exit_code_2(string named, params string[] settings)
    {
        _corpus.WriteOld("江北.txt", Report);

        var run = await BotRun.OnAsync(_corpus, _storage, ["ask", "江北市2022年新认定高新技术企业多少家？", .. settings]);

        run.ExitCode.ShouldBe(ExitCode.Misconfigured);
        run.Error.ShouldContain(named);
        run.Out.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }
}
