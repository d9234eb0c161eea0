using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels.Tests;

public sealed class CorrectionEndpointTests
{
    private const string Path = "/api/figures/corrections";

    [Fact]
    public async Task Figure_is_corrected_as_sent_and_given_back()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;

        using var response = await SendAsync(bot, HttpMethod.Post, Path, Body());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var figure = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        figure.GetProperty("period").GetString().ShouldBe("2020-01..11");
        figure.GetProperty("correction").GetProperty("read").GetProperty("period").GetString().ShouldBe("2021");
        var kept = corrections.Kept.ShouldHaveSingleItem();
        kept.Meaning.ShouldBe(new FigureMeaning(
            "临江市", "研发投入", new Period(2020, 2020, 1, 11), 62.4m, "亿元", FigureStatus.Target, FigureAspect.Cumulative, null, IsUsable: false));
        kept.Note.ShouldBe("读错了");
        kept.Number.ShouldBe(new TextSpan(14, 20));
        kept.Sentence.ShouldBe(SampleReports.Linjiang.Paragraphs[1].Text);
    }

    [Fact]
    public async Task Figure_in_a_sentence_shown_without_personal_data_is_corrected_in_the_sentence_as_it_is()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync(MemoryIndex.With(SampleLedger.Hostile));
        await using var _ = bot;
        var shown = (await bot.Client.GetFromJsonAsync<JsonObject>("/api/figures")).ShouldNotBeNull()["figures"].ShouldNotBeNull()[1].ShouldNotBeNull();
        var body = Body();
        foreach (string name in new[] { "report", "paragraph", "number", "sentence", "value", "unit" })
            body[name] = shown[name]?.DeepClone();

        using var response = await SendAsync(bot, HttpMethod.Post, Path, body);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        corrections.Kept.Single().Sentence.ShouldContain("13812345678");
    }

    [Fact]
    public async Task Corrections_are_listed_with_those_not_applied_and_taken_back()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        corrections.KeepIdle("有1个项目，联系人13812345678");
        using var made = await SendAsync(bot, HttpMethod.Post, Path, Body());

        using var listed = await SendAsync(bot, HttpMethod.Get, Path);
        using var takenBack = await SendAsync(bot, HttpMethod.Delete, Path + "/c1");
        using var again = await SendAsync(bot, HttpMethod.Delete, Path + "/c1");

        string text = await listed.Content.ReadAsStringAsync();
        var list = JsonDocument.Parse(text).RootElement.GetProperty("corrections");
        list.EnumerateArray().Select(each => (each.GetProperty("id").GetString(), each.GetProperty("applied").GetBoolean()))
            .ShouldBe([("c1", true), ("idle", false)]);
        list[0].GetProperty("meaning").GetProperty("aspect").GetString().ShouldBe("cumulative");
        list[0].GetProperty("meaning").GetProperty("usable").GetBoolean().ShouldBeFalse();
        text.ShouldNotContain("13812345678");
        takenBack.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await again.ShouldBeProblemAsync(404, "not-found", "没有这个编号的更正");
        corrections.Kept.Select(kept => kept.Id).ShouldBe(["idle"]);
    }

    [Theory]
    [InlineData("report", null, "report")]
    [InlineData("paragraph", null, "paragraph")]
    [InlineData("paragraph", "\"two\"", "paragraph")]
    [InlineData("number", null, "number")]
    [InlineData("number", "{\"start\":5,\"end\":5}", "number")]
    [InlineData("sentence", "\"\"", "sentence")]
    [InlineData("value", null, "value")]
    [InlineData("value", "\"many\"", "value")]
    [InlineData("period", "\"last year\"", "period")]
    [InlineData("status", "\"done\"", "status")]
    [InlineData("aspect", null, "aspect")]
    [InlineData("region", "LONG", "region")]
    [InlineData("note", "LONG", "note")]
    public async Task Field_that_can_not_be_read_is_named(string field, string? json, string named)
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var body = Body();
        body[field] = json is "LONG" ? new string('长', 501) : json is null ? null : JsonNode.Parse(json);

        using var response = await SendAsync(bot, HttpMethod.Post, Path, body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FieldOfAsync(response)).ShouldBe(named);
        corrections.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Number_without_exact_binary_form_is_taken_digit_by_digit_when_sent_as_text()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var body = Body();
        body["value"] = "12345678901234567.89";

        using var response = await SendAsync(bot, HttpMethod.Post, Path, body);

        corrections.Kept.Single().Meaning.Value.ShouldBe(12345678901234567.89m);
    }

    [Theory]
    [InlineData("report", "\"nowhere\"", 404, "not-found")]
    [InlineData("paragraph", "99", 404, "not-found")]
    [InlineData("sentence", "\"别的句子62.4亿元。\"", 409, "sentence-changed")]
    [InlineData("number", "{\"start\":0,\"end\":4}", 409, "sentence-changed")]
    [InlineData("unit", "\"？\"", 422, "correction-not-allowed")]
    public async Task Correction_that_does_not_fit_is_refused(string field, string json, int status, string type)
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        var body = Body();
        body[field] = JsonNode.Parse(json);

        using var response = await SendAsync(bot, HttpMethod.Post, Path, body);

        await response.ShouldBeProblemAsync(status, type, "");
        (await FieldOfAsync(response)).ShouldBe(status == 422 ? "unit" : null);
        corrections.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Figure_gone_while_it_was_corrected_is_a_conflict()
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        corrections.Outcome = new CorrectionOutcome.Gone("这个数字已不在报告中。");

        using var response = await SendAsync(bot, HttpMethod.Post, Path, Body());

        await response.ShouldBeProblemAsync(409, "sentence-changed", "已不在报告中");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    public async Task Body_that_a_form_could_send_is_refused(string type)
    {
        var (bot, _) = await BotServer.StartLedgerAsync();
        await using var disposed = bot;
        using var request = Request(HttpMethod.Post, Path, BotServer.AdminKey);
        request.Content = new StringContent(Body().ToJsonString(), Encoding.UTF8, type);

        using var response = await bot.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(415, "wrong-content-type", "application/json");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("DELETE", "/c0")]
    public async Task Nobody_corrects_without_the_key(string method, string path)
    {
        var (bot, corrections) = await BotServer.StartLedgerAsync();
        await using var _ = bot;
        using var keyless = new HttpRequestMessage(new HttpMethod(method), Path + path) { Content = JsonContent.Create(Body()) };
        using var basic = Request(new HttpMethod(method), Path + path, BotServer.AdminKey);
        basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", BotServer.AdminKey);
        using var wrong = Request(new HttpMethod(method), Path + path, BotServer.AdminKey + "x");

        foreach (var (request, type) in new[] { (keyless, "key-missing"), (basic, "key-missing"), (wrong, "key-wrong") })
        {
            using var response = await bot.Client.SendAsync(request);
            await response.ShouldBeProblemAsync(401, type, "密钥");
            response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
            (await response.Content.ReadAsStringAsync()).ShouldNotContain(BotServer.AdminKey);
        }

        corrections.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Guessing_is_slowed_down_even_for_the_right_key_until_the_time_has_passed()
    {
        var time = new SetTime();
        var (bot, _) = await BotServer.StartLedgerAsync(time: time);
        await using var disposed = bot;
        for (int guess = 0; guess < FailedAttempts.Allowed; guess++)
            (await SendAsync(bot, HttpMethod.Get, Path, key: $"a-guess-at-the-key-{guess}")).Dispose();

        using var refused = await SendAsync(bot, HttpMethod.Get, Path);
        time.Now += FailedAttempts.Window;
        using var let = await SendAsync(bot, HttpMethod.Get, Path);

        await refused.ShouldBeProblemAsync(429, "too-many-keys", "60 秒");
        refused.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        let.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Corrections_are_off_and_say_how_to_turn_them_on_when_there_is_no_key()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index, corrections: new MemoryCorrections(SampleLedger.Index));

        using var response = await SendAsync(bot, HttpMethod.Post, Path, Body());

        await response.ShouldBeProblemAsync(403, "corrections-off", "Admin:Key");
    }

    [Fact]
    public async Task Corrections_are_unavailable_when_the_host_keeps_none()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index, settings: ("Admin:Key", BotServer.AdminKey));

        using var response = await SendAsync(bot, HttpMethod.Get, Path);

        await response.ShouldBeProblemAsync(503, "corrections-unavailable", "不能更正");
    }

    private static JsonObject Body() => new()
    {
        ["report"] = "linjiang_2021",
        ["paragraph"] = 2,
        ["number"] = new JsonObject { ["start"] = 14, ["end"] = 20 },
        ["sentence"] = SampleReports.Linjiang.Paragraphs[1].Text,
        ["region"] = " 临江市 ",
        ["indicator"] = "研发投入",
        ["period"] = "2020-01..11",
        ["value"] = 62.4m,
        ["unit"] = "亿元",
        ["status"] = "target",
        ["aspect"] = "cumulative",
        ["base"] = "",
        ["usable"] = false,
        ["note"] = "读错了",
    };

    private static async Task<HttpResponseMessage> SendAsync(
        BotServer bot, HttpMethod method, string path, JsonObject? body = null, string key = BotServer.AdminKey)
    {
        using var request = Request(method, path, key);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await bot.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string key)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    private static async Task<string?> FieldOfAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())?["field"]?.GetValue<string>();
}
