using System.Net.Http.Json;
using System.Text.Json;
using Bot.Composition;
using Bot.Configuration;
using Bot.Reading;
using Bot.Tests.Parts;
using Bot.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Reading;

/// <summary>The real server over the seeds, with an embedding server beside it.</summary>
public sealed class EmbeddingWorkerTests : IDisposable
{
    private const string Asked = "2019年绍兴市规上工业企业研发费用是多少？";

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _storage = new();
    private readonly ReadingRecorder _events = new();

    [Fact]
    public async Task Vectors_complete_after_the_reading_and_a_restart_embeds_nothing_again()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using (var first = await StartAsync(server))
        {
            var done = await _events.NextAsync<ReadingEvent.EmbeddingCompleted>();
            done.Model.ShouldBe("test-embedding");
            var ready = await ReadyAsync(first);
            ready.GetProperty("status").GetString().ShouldBe("ready");
            ready.GetProperty("embedding").GetProperty("embedded").GetInt64().ShouldBe(done.Passages);
            ready.GetProperty("embedding").GetProperty("passages").GetInt64().ShouldBe(done.Passages);
            ready.GetProperty("embedding").GetProperty("model").GetString().ShouldBe("test-embedding");
        }
        var texts = server.Embeddings.Requests.SelectMany(r => r.Inputs).ToList();

        await using var second = await StartAsync(server);
        await ReadAsync(second);
        (await AskAsync(second)).ShouldContain("139.69亿元");

        texts.ShouldNotBeEmpty();
        var since = server.Embeddings.Requests.SelectMany(r => r.Inputs).Skip(texts.Count).ToList();
        since.ShouldNotContain(t => texts.Contains(t)); // questions only
        _events.TakeAll().OfType<ReadingEvent.EmbeddingStarted>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_do_not_wait_for_vectors()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var gate = new Gate();
        server.Embeddings.Always(r => Script.After(gate, server.UnnumberedEmbeddings()));
        await using var app = await StartAsync(server);

        await ReadAsync(app);
        (await AskAsync(app)).ShouldContain("139.69亿元");
        gate.Open();
        await _events.NextAsync<ReadingEvent.EmbeddingCompleted>();
    }

    [Fact]
    public async Task Embedding_goes_on_where_it_was_when_the_server_comes_back()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings.Always(r => server.Embeddings.Requests.Length > 4 ? Script.Error(400, "Down for a while.") : server.UnnumberedEmbeddings());
        await using (var app = await StartAsync(server))
        {
            (await _events.NextAsync<ReadingEvent.EmbeddingFailed>()).RetryIn.ShouldNotBeNull();
            var ready = await ReadyAsync(app);
            ready.GetProperty("status").GetString().ShouldBe("degraded");
        }
        server.Embeddings.Always(server.UnnumberedEmbeddings());

        await using var again = await StartAsync(server);
        var done = await _events.NextAsync<ReadingEvent.EmbeddingCompleted>();

        done.Passages.ShouldBeGreaterThan(40);
        (await ReadyAsync(again)).GetProperty("status").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task Server_is_degraded_and_answers_by_words_when_the_key_is_wrong()
    {
        await using var server = await ScriptedModelServer.StartAsync(new() { ApiKey = "right" });
        await using var app = await StartAsync(server, "--Model:Embedding:ApiKey=sk-wrong-key-of-the-test");

        var failed = await _events.NextAsync<ReadingEvent.EmbeddingFailed>();
        var answer = await AskAsync(app);
        var ready = await ReadyAsync(app);

        failed.Cause.ShouldContain("Model:Embedding:ApiKey");
        failed.Cause.ShouldNotContain("sk-wrong");
        answer.ShouldContain("139.69亿元");
        ready.GetProperty("status").GetString().ShouldBe("degraded");
        ready.GetProperty("problems")[0].GetString().ShouldBe("Model:Embedding Unauthorized");
        ready.GetProperty("embedding").GetProperty("model").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task New_report_is_embedded_and_nothing_else_is()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var app = await StartAsync(server);
        await _events.NextAsync<ReadingEvent.EmbeddingCompleted>();
        var before = server.Embeddings.Requests.Length;

        _corpus.Write("新.txt", "丁市科技局2021年工作总结\n\n2021年，丁市新认定高新技术企业77家。");
        await _events.NextAsync<ReadingEvent.EmbeddingCompleted>();

        server.Embeddings.Requests.Skip(before).SelectMany(r => r.Inputs).ShouldAllBe(t => t.Contains("丁市", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_waits_for_the_vectors_and_tells_what_kept_them_away()
    {
        await using var server = await ScriptedModelServer.StartAsync(new() { ApiKey = "right" });
        _corpus.WriteOld("甲.txt", "甲市科技局2021年工作总结\n\n2021年，甲市新认定高新技术企业128家。");
        string[] settings = ["ingest", $"--Model:Embedding:BaseUrl={server.BaseUrl}", "--Model:Embedding:Model=test-embedding"];

        var wrong = await BotRun.OnAsync(_corpus, _storage, [.. settings, "--Model:Embedding:ApiKey=wrong"]);
        var right = await BotRun.OnAsync(_corpus, _storage, [.. settings, "--Model:Embedding:ApiKey=right"]);

        wrong.ExitCode.ShouldBe(Bot.Commands.ExitCode.Failure);
        wrong.Error.ShouldContain("Model:Embedding:ApiKey");
        right.ExitCode.ShouldBe(Bot.Commands.ExitCode.Success, right.Error);
        right.Error.ShouldContain("向量齐全");
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _storage.Dispose();
    }

    private async Task<WebApplication> StartAsync(ScriptedModelServer server, params string[] more)
    {
        foreach (var seed in Directory.GetFiles(Repository.PathOf("seeds")))
        {
            var copy = _corpus.PathOf(Path.GetFileName(seed));
            if (!File.Exists(copy))
                _corpus.WriteOld(Path.GetFileName(seed), await File.ReadAllTextAsync(seed));
        }
        var app = BotApplication.Build(
            BotConfiguration.Read([
                $"--Corpus:Folder={_corpus.Path}", $"--Storage:Directory={_storage.Path}", "--Corpus:SettleMilliseconds=50", "--Web:Url=http://127.0.0.1:0",
                $"--Model:Embedding:BaseUrl={server.BaseUrl}", "--Model:Embedding:Model=test-embedding", "--Model:Embedding:Attempts=1", "--Model:Embedding:Dimensions=256", .. more]),
            _events);
        await app.StartAsync();
        return app;
    }

    private static Task ReadAsync(WebApplication app) =>
        app.Services.GetRequiredService<FirstReading>().WaitAsync(default).WaitAsync(TimeSpan.FromSeconds(30));

    private static async Task<string> AskAsync(WebApplication app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = Asked });
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("text").GetString()!; // every answer has a text
    }

    private static async Task<JsonElement> ReadyAsync(WebApplication app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return JsonDocument.Parse(await client.GetStringAsync(new Uri("/readyz", UriKind.Relative))).RootElement;
    }
}
