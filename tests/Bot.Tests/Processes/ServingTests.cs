using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Bot.Commands;
using Bot.Tests.Parts;

namespace Bot.Tests.Processes;

/// <summary>The built program, started as a person starts it.</summary>
public sealed class ServingTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();

    [Fact]
    public async Task Program_tells_each_file_then_its_address_serves_there_and_ends_cleanly_on_interrupt()
    {
        _corpus.WriteOld("乱.bin", "\0\u0001");
        using var program = Start("--Web:Url=http://127.0.0.1:0");
        await program.LineWithAsync("乱.bin");
        using var client = await ClientOfAsync(program);

        var response = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
        program.Interrupt();
        var (exitCode, _) = await program.EndAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        exitCode.ShouldBe(ExitCode.Success);
        program.Error.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_and_reports_work_beside_a_running_server_which_goes_on_taking_votes()
    {
        _corpus.WriteOld("甲市2021.txt", "甲市科技局2021年工作总结\n\n2021年，甲市新认定高新技术企业128家。");
        using var server = Start("--Web:Url=http://127.0.0.1:0");
        using var client = await ClientOfAsync(server);
        using var asked = await client.PostAsJsonAsync("/api/ask", new { question = "甲市2021年新认定高新技术企业多少家？" });
        using var answer = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());

        using var ask = BotProcess.Start("ask", "甲市2021年新认定高新技术企业多少家？", $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}");
        var (askCode, _) = await ask.EndAsync();
        using var reports = BotProcess.Start("reports", $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}");
        var (reportsCode, listed) = await reports.EndAsync();
        using var voted = await client.PostAsJsonAsync("/api/feedback", new { answer = answer.RootElement.GetProperty("id").GetString(), vote = "up" });

        (askCode, reportsCode).ShouldBe((ExitCode.Success, ExitCode.Success));
        listed.ShouldContain("甲市2021.txt");
        voted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Program_names_the_key_to_change_when_the_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        using var program = Start($"--Web:Url={url}");
        var (exitCode, output) = await program.EndAsync();

        exitCode.ShouldBe(ExitCode.Misconfigured);
        program.Error.ShouldContain("Web:Url");
        program.Error.ShouldContain(url);
        program.Error.ShouldNotContain("   at ");
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Environment_variables_and_relative_paths_work_from_any_folder()
    {
        Directory.CreateDirectory(_corpus.PathOf("reports"));

        using var program = BotProcess.StartIn(
            _corpus.Path, new() { ["Corpus__Folder"] = "reports", ["Storage__Directory"] = _storage.Path }, "ingest");
        var (exitCode, _) = await program.EndAsync();

        exitCode.ShouldBe(ExitCode.Success);
        program.Error.ShouldContain(_corpus.PathOf("reports"));
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }

    private static async Task<HttpClient> ClientOfAsync(BotProcess program)
    {
        var ready = await program.LineWithAsync("http://127.0.0.1:");
        return new HttpClient { BaseAddress = new Uri(ready.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal))) };
    }

    private BotProcess Start(params string[] settings) =>
        BotProcess.Start(["run", $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", .. settings]);
}
