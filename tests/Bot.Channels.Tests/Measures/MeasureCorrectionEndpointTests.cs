using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bot.Channels.Tests;

public sealed class MeasureCorrectionEndpointTests
{
    private const string Path = "/api/measures/corrections";

    [Fact]
    public async Task Unread_condition_is_corrected_as_sent_listed_and_taken_back()
    {
        await using var server = await RegisterServer.StartAsync();
        var body = await ConditionAsync(server, 2);

        using var response = await SendAsync(server, HttpMethod.Post, Path, body);
        var measure = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        using var listed = await SendAsync(server, HttpMethod.Get, Path);
        var kept = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["corrections"]!.AsArray().ShouldHaveSingleItem()!;
        using var takenBack = await SendAsync(server, HttpMethod.Delete, $"{Path}/{kept["id"]}");
        using var again = await SendAsync(server, HttpMethod.Delete, $"{Path}/{kept["id"]}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        measure["gaps"]!.GetValue<bool>().ShouldBeFalse();
        var condition = measure["conditions"]![2]!;
        condition["kind"]!.GetValue<string>().ShouldBe("credit");
        condition["read"]!["kind"]!.GetValue<string>().ShouldBe("unread");
        (condition["correction"]!["by"]!.GetValue<string>(), condition["correction"]!["note"]!.GetValue<string>()).ShouldBe(("甲", "看过原文"));
        kept["applied"]!.GetValue<bool>().ShouldBeTrue();
        kept["condition"]!["kind"]!.GetValue<string>().ShouldBe("credit");
        kept["sentence"]!.GetValue<string>().ShouldNotContain("13812345678");
        takenBack.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await again.ShouldBeProblemAsync(404, "not-found", "没有这个编号的更正");
        (await MeasureAsync(server))["gaps"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Amount_is_corrected_and_a_withdrawn_condition_stays_in_sight_as_such()
    {
        await using var server = await RegisterServer.StartAsync();
        var amount = await ItemAsync(server, "amount", 1);
        amount["kind"] = "fixed";
        amount["value"] = "500000";
        amount["unit"] = "元";
        var condition = await ItemAsync(server, "condition", 0);
        condition["withdrawn"] = true;

        using var corrected = await SendAsync(server, HttpMethod.Post, Path, amount);
        using var withdrawn = await SendAsync(server, HttpMethod.Post, Path, condition);

        var measure = await MeasureAsync(server);
        (measure["amounts"]![1]!["kind"]!.GetValue<string>(), measure["amounts"]![1]!["value"]!.GetValue<decimal>()).ShouldBe(("fixed", 500_000));
        measure["conditions"]![0]!["withdrawn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Hidden_measure_leaves_the_list()
    {
        await using var server = await RegisterServer.StartAsync();
        var body = await ItemAsync(server, "whole", 0);
        body["withdrawn"] = true;

        using var response = await SendAsync(server, HttpMethod.Post, Path, body);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Client.GetFromJsonAsync<JsonObject>("/api/measures?report=linjiang_rules"))!["total"]!.GetValue<int>().ShouldBe(0);
        (await server.Client.GetFromJsonAsync<JsonObject>("/api/measures?hidden=true"))!["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Correction_is_listed_as_stale_once_the_document_says_otherwise()
    {
        await using var server = await RegisterServer.StartAsync();
        using var made = await SendAsync(server, HttpMethod.Post, Path, await ConditionAsync(server, 2));

        await server.ReplaceAsync(SampleRegister.Linjiang with { Measures = [], ContentHash = "1" });

        using var listed = await SendAsync(server, HttpMethod.Get, Path);
        JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["corrections"]![0]!["applied"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("report", null, 400)]
    [InlineData("measure", null, 400)]
    [InlineData("part", "\"all\"", 400)]
    [InlineData("index", null, 400)]
    [InlineData("sentence", null, 400)]
    [InlineData("kind", "\"unread\"", 400)]
    [InlineData("operator", "\"about\"", 400)]
    [InlineData("value", "\"many\"", 400)]
    [InlineData("value", "7", 422, "operator")]
    [InlineData("names", "[\"\\u0007\"]", 422)]
    public async Task Wrong_field_is_named(string field, string? json, int status, string? told = null)
    {
        await using var server = await RegisterServer.StartAsync();
        var body = await ConditionAsync(server, 2);
        body[field] = json is null ? null : JsonNode.Parse(json);

        using var response = await SendAsync(server, HttpMethod.Post, Path, body);

        ((int)response.StatusCode).ShouldBe(status);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["field"]!.GetValue<string>().ShouldBe(told ?? field);
    }

    [Theory]
    [InlineData("sentence", "\"另一句。\"", 409, "sentence-changed")]
    [InlineData("index", "9", 409, "sentence-changed")]
    [InlineData("measure", "9", 404, "not-found")]
    [InlineData("report", "\"gone\"", 404, "not-found")]
    public async Task Item_that_is_not_there_is_not_corrected(string field, string json, int status, string type)
    {
        await using var server = await RegisterServer.StartAsync();
        var body = await ConditionAsync(server, 2);
        body[field] = JsonNode.Parse(json);

        using var response = await SendAsync(server, HttpMethod.Post, Path, body);

        await response.ShouldBeProblemAsync(status, type, "");
    }

    [Fact]
    public async Task Nobody_corrects_without_the_key_or_where_none_is_set()
    {
        await using var server = await RegisterServer.StartAsync();
        await using var closed = await BotServer.StartAsync();

        using var wrong = await SendAsync(server, HttpMethod.Post, Path, await ConditionAsync(server, 2), "not-the-key-at-all");
        using var off = await closed.Client.GetAsync(new Uri(Path, UriKind.Relative));

        await wrong.ShouldBeProblemAsync(401, "key-wrong", "管理密钥");
        await off.ShouldBeProblemAsync(403, "corrections-off", "Admin:Key");
        (await MeasureAsync(server))["corrected"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static async Task<JsonObject> ConditionAsync(RegisterServer server, int index)
    {
        var body = await ItemAsync(server, "condition", index);
        body["kind"] = "credit";
        body["operator"] = "none";
        body["unit"] = "";
        body["names"] = new JsonArray();
        body["by"] = "甲";
        body["note"] = "看过原文";
        return body;
    }

    // What the page sends back of what it was shown.
    private static async Task<JsonObject> ItemAsync(RegisterServer server, string part, int index)
    {
        var measure = await MeasureAsync(server);
        var quote = (part switch { "condition" => measure["conditions"]![index], "amount" => measure["amounts"]![index], _ => measure })!["quote"]!;
        return new JsonObject
        {
            ["report"] = "linjiang_rules",
            ["measure"] = 1,
            ["part"] = part,
            ["index"] = index,
            ["sentence"] = quote["sentence"]!.DeepClone(),
            ["words"] = quote["words"]?.DeepClone(),
        };
    }

    private static async Task<JsonNode> MeasureAsync(RegisterServer server) =>
        (await server.Client.GetFromJsonAsync<JsonObject>("/api/measures?report=linjiang_rules"))!["measures"]![0]!;

    private static async Task<HttpResponseMessage> SendAsync(
        RegisterServer server, HttpMethod method, string path, JsonObject? body = null, string key = BotServer.AdminKey)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await server.Client.SendAsync(request);
    }
}
