using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Models.Tests.Parts;
using Bot.TestServers;

namespace Bot.Models.Tests.Servers;

/// <summary>The loopback server itself, where the clients don't reach: many tests rely on it.</summary>
public sealed class ScriptedModelServerTests
{
    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"问"}]}""")]
    [InlineData("""{"model":"m","messages":[]}""")]
    [InlineData("""{"model":"m","messages":[{"role":"tool","content":"问"}]}""")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":null}]}""")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"问"}],"invented":1}""")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"问"}],"stream_options":{"include_usage":true}}""")]
    [InlineData("no json")]
    public async Task Server_refuses_a_chat_request_that_breaks_the_api(string body)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Chat.Always(Script.Text("好。"));

        using var response = await PostAsync(server, "/chat/completions", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        server.Chat.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"model":"m"}""")]
    [InlineData("""{"model":"m","input":[]}""")]
    [InlineData("""{"model":"m","input":["a",""]}""")]
    [InlineData("""{"model":"m","input":["1","2","3","4","5","6","7","8","9","10","11"]}""")]
    public async Task Server_refuses_an_embedding_request_that_breaks_the_api(string body)
    {
        await using var server = await ScriptedModelServer.StartAsync();

        using var response = await PostAsync(server, "/embeddings", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Server_answers_whole_when_no_stream_is_asked_for()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Chat.Enqueue(Script.Text("共128家。"));

        using var response = await PostAsync(server, "/chat/completions", """{"model":"m","messages":[{"role":"user","content":"问"}]}""");

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString().ShouldBe("共128家。");
    }

    [Fact]
    public async Task Server_lists_its_models()
    {
        await using var server = await ScriptedModelServer.StartAsync(new() { Models = ["one", "two"] });
        using var http = new HttpClient();

        var body = await http.GetFromJsonAsync<JsonElement>($"{server.BaseUrl}/models");

        body.GetProperty("data").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Server_says_so_when_a_test_gave_no_script()
    {
        await using var bench = await ModelBench.StartAsync();

        var exception = await bench.Chat().AskAsync().ShouldFailAsync(ModelFailure.BadResponse);

        exception.Message.ShouldContain("gave no script");
    }

    [Fact]
    public void Embeddings_of_like_texts_are_nearer_than_those_of_unlike_ones()
    {
        var text = BigramEmbedding.Of("2020年研发投入占生产总值比重达到2.9%", 256);
        var alike = BigramEmbedding.Of("研发投入占比重2020年为2.9%", 256);
        var other = BigramEmbedding.Of("科技特派员下乡开展农业技术培训", 256);

        Cosine(text, alike).ShouldBeGreaterThan(Cosine(text, other) + 0.3);
        Cosine(text, BigramEmbedding.Of("2020年研发投入占生产总值比重达到2.9%", 256)).ShouldBe(1, 1e-6);
    }

    [Fact]
    public async Task Clock_fires_its_timers_in_order_at_their_time()
    {
        var time = new SteppedTime(DateTimeOffset.UnixEpoch);
        var fired = new List<string>();
        var start = time.GetTimestamp();
        await using var late = time.CreateTimer(_ => fired.Add($"late {time.GetElapsedTime(start)}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        await using var early = time.CreateTimer(_ => fired.Add($"early {time.GetElapsedTime(start)}"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await using var never = time.CreateTimer(_ => fired.Add("never"), null, TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromSeconds(3.5));

        fired.ShouldBe(["early 00:00:01", "late 00:00:03"]);
    }

    private static async Task<HttpResponseMessage> PostAsync(ScriptedModelServer server, string path, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await http.PostAsync(server.BaseUrl + path, content);
    }

    private static double Cosine(float[] left, float[] right) => Dot(left, right) / Math.Sqrt(Dot(left, left) * Dot(right, right));

    private static double Dot(float[] left, float[] right) => left.Zip(right, (l, r) => (double)l * r).Sum();
}
