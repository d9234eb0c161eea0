using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Json;
using Bot.TestServers;

namespace Bot.Retrieval.Tests.Qdrant;

/// <summary>The loopback server is as strict as the facts say Qdrant is: what it lets pass, our client may rely on.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public sealed class LoopbackQdrantTests : IAsyncLifetime
{
    private const string Id = "00000000-0000-0000-0000-00000000000";

    private readonly HttpClient _http = new();
    private LoopbackQdrant _server = null!; // set by InitializeAsync before any test runs

    public async Task InitializeAsync()
    {
        _server = await LoopbackQdrant.StartAsync();
        await SendAsync("PUT", "/collections/c", """{"vectors":{"dense":{"size":2,"distance":"Cosine"}},"sparse_vectors":{"bm25":{"modifier":"idf"}}}""");
        var points = Enumerable.Range(1, 9).Select(n => $$$"""{"id":"{{{Id}}}{{{n}}}","vector":{"dense":[{{{n}}},1],"bm25":{"indices":[1],"values":[{{{n}}}]}},"payload":{"n":{{{n}}},"k":["a{{{n}}}","b"]}}""")
            .Append("""{"id":10,"vector":{},"payload":{}}""").Append("""{"id":11,"vector":{},"payload":{"k":null}}""");
        await SendAsync("PUT", "/collections/c/points?wait=true", $$"""{"points":[{{string.Join(',', points)}}]}""");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("PUT", "/collections/d", """{"vectors":{},"shards":2}""")]
    [InlineData("PUT", "/collections/d", """{"vectors":{"dense":{"size":2,"distance":"Cosine","ondisk":true}}}""")]
    [InlineData("PUT", "/collections/c/index", """{"field_name":"n","field_schema":{"type":"int"}}""")]
    [InlineData("PUT", "/collections/c/points", """{"points":[{"id":"x","vector":{}}]}""")]
    [InlineData("PUT", "/collections/c/points", """{"points":[{"id":1,"vectors":{}}]}""")]
    [InlineData("PUT", "/collections/c/points", """{"points":[{"id":1,"vector":{"other":[1,2]}}]}""")]
    [InlineData("PUT", "/collections/c/points", """{"points":[{"id":1,"vector":{"dense":[1,2,3]}}]}""")]
    [InlineData("POST", "/collections/c/points/scroll", """{"filter":{"must":[{"key":"n","matches":{"value":1}}]}}""")]
    [InlineData("POST", "/collections/c/points/query", """{"query":{"rrf":{"k":2,"weights":[1.0]}},"prefetch":[]}""")]
    [InlineData("POST", "/collections/c/points/query", """{"query":[1,2],"using":"dense","top":3}""")]
    [InlineData("POST", "/collections/c/points/count", """{"filter":{"must":[{"key":"n","range":{"from":1}}]}}""")]
    [InlineData("POST", "/collections/c/points/count", """{"filter":""")]
    public async Task Server_refuses_what_the_API_does_not_know(string method, string path, string body)
    {
        var (status, answer) = await SendAsync(method, path, body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer!.Value.GetProperty("status").GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("""{"indices":[1,1],"values":[1,2]}""")]
    [InlineData("""{"indices":[1],"values":[1,2]}""")]
    public async Task Server_refuses_a_sparse_vector_that_is_none(string vector)
    {
        var (status, _) = await SendAsync("POST", "/collections/c/points/query", $$"""{"query":{{vector}},"using":"bm25"}""");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Change_that_nobody_waited_for_is_seen_once_it_is_flushed()
    {
        var (_, answer) = await SendAsync("POST", "/collections/c/points/delete", """{"filter":{"must":[{"key":"k","match":{"value":"b"}}]}}""");
        var before = await CountAsync("{}");
        _server.Flush();

        answer!.Value.GetProperty("result").GetProperty("status").GetString().ShouldBe("acknowledged");
        (before, await CountAsync("{}")).ShouldBe((11, 2));
    }

    [Theory]
    [InlineData("""{"must":[{"key":"n","match":{"value":3}}]}""", 1)]
    [InlineData("""{"must":[{"key":"k","match":{"any":["a1","a2","x"]}}]}""", 2)]
    [InlineData("""{"must":[{"key":"n","range":{"gte":3,"lt":5}}]}""", 2)]
    [InlineData("""{"must":[{"key":"n","range":{"gt":1}}],"must_not":[{"key":"n","range":{"lte":5}}]}""", 4)]
    [InlineData("""{"should":[{"key":"n","match":{"value":1}},{"key":"n","match":{"value":2}}]}""", 2)]
    [InlineData("""{"must":[{"is_empty":{"key":"k"}}]}""", 2)]
    [InlineData("""{"must":[{"has_id":[10,"00000000-0000-0000-0000-000000000001"]}]}""", 2)]
    public async Task Filters_take_what_they_say(string filter, int count) => (await CountAsync(filter)).ShouldBe(count);

    [Fact]
    public async Task Unsaid_limit_is_ten_and_unsaid_payload_none()
    {
        var (_, scrolled) = await SendAsync("POST", "/collections/c/points/scroll", "{}");
        var (_, ranked) = await SendAsync("POST", "/collections/c/points/query", """{"query":[1,0],"using":"dense","limit":1}""");

        scrolled!.Value.GetProperty("result").GetProperty("points").GetArrayLength().ShouldBe(10);
        scrolled.Value.GetProperty("result").GetProperty("next_page_offset").ValueKind.ShouldBe(JsonValueKind.String);
        ranked!.Value.GetProperty("result").GetProperty("points")[0].GetProperty("payload").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Unsaid_k_is_two()
    {
        var (_, answer) = await SendAsync("POST", "/collections/c/points/query", """
            {"prefetch":[{"query":{"indices":[1],"values":[1]},"using":"bm25","limit":2}],"query":{"rrf":{}},"filter":{"must":[{"key":"n","range":{"lt":9}}]}}
            """);

        var points = answer!.Value.GetProperty("result").GetProperty("points").EnumerateArray().ToList();
        // The filter at the root reached the prefetch, so 8 is first and there are still two.
        points.Select(p => p.GetProperty("id").GetString()).ShouldBe([Id + "8", Id + "7"]);
        points.Select(p => p.GetProperty("score").GetDouble()).ShouldBe([1 / 2.0, 1 / 3.0], 1e-6);
    }

    [Fact]
    public async Task Unknown_collection_existing_one_large_body_and_wrong_key_have_statuses_of_their_own()
    {
        (await SendAsync("POST", "/collections/none/points/count", "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync("PUT", "/collections/c", """{"vectors":{}}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await SendAsync("PUT", "/collections/c/points", new string(' ', (32 << 20) + 1))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _server.ApiKey = "key";
        var (status, answer) = await SendAsync("GET", "/collections/c/exists", null);
        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ShouldBeNull("a wrong key is told in plain text");
    }

    private async Task<int> CountAsync(string filter)
    {
        var (_, answer) = await SendAsync("POST", "/collections/c/points/count", $$"""{"filter":{{filter}},"exact":true}""");
        return answer!.Value.GetProperty("result").GetProperty("count").GetInt32();
    }

    private async Task<(HttpStatusCode Status, JsonElement? Answer)> SendAsync(string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_server.Url + path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement.Clone() : null);
    }
}
