using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Answers;

namespace Bot.Channels.Tests;

public sealed class AskEndpointTests
{
    [Fact]
    public async Task Ask_gives_the_answer_with_citations_figures_and_links()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await AskAsync(bot, """{"question":"临江市2021年研发投入多少？","conversation":"a"}""");
        string text = await response.Content.ReadAsStringAsync();
        var answer = JsonDocument.Parse(text).RootElement;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.ToString().ShouldBe("application/json; charset=utf-8");
        text.ShouldContain("全社会研发经费支出62.4亿元");
        answer.GetProperty("outcome").GetString().ShouldBe("answered");
        answer.GetProperty("mode").GetString().ShouldBe("extractive");
        answer.GetProperty("elapsedMs").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        answer.GetProperty("citations")[1].GetRawText().ShouldBe(
            """
            {"number":2,"report":"linjiang_2021","title":"2021年临江市科技工作总结和2022年工作思路","region":"临江市","paragraph":5,
            "section":"一、2021年主要工作 › （一）培育创新主体","quote":"全年新认定高新技术企业214家，总数达到903家；",
            "text":"全年新认定高新技术企业214家，总数达到903家；新增省科技型中小企业486家。新建市级企业研发中心57家，规上工业企业研发活动覆盖率达到41.6%。",
            "url":"/reports/linjiang_2021#p5"}
            """.ReplaceLineEndings(""));
        answer.GetProperty("figures")[0].GetRawText().ShouldBe(
            """{"region":"临江市","indicator":"全社会研发经费支出","period":"2021","value":62.4,"unit":"亿元","status":"achieved","aspect":"level","citation":1,"corrected":false}""");
        answer.GetProperty("figures")[1].GetProperty("aspect").GetString().ShouldBe("new");
        answer.GetProperty("figures")[2].GetProperty("status").GetString().ShouldBe("target");
        answer.GetProperty("figures")[2].GetProperty("indicator").GetString().ShouldBe("研发经费占GDP比重");
    }

    [Fact]
    public async Task Ask_gives_the_chart_where_there_is_one_and_tells_corrected_figures()
    {
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(SampleAnswers.To));

        var trend = await AnswerAsync(bot, "历年？");
        var corrected = await AnswerAsync(bot, "更正？");

        var chart = trend.GetProperty("chart");
        chart.GetProperty("title").GetString().ShouldBe("临江市 研发经费支出");
        chart.GetProperty("unit").GetString().ShouldBe("亿元");
        chart.GetProperty("series")[0].GetProperty("points")[3].GetRawText().ShouldBe(
            """{"label":"2020年1—11月","period":"2020-01..11","partial":true,"value":49.3,"written":"49.3亿元","status":"achieved","citation":3}""");
        chart.GetProperty("series")[0].GetProperty("points")[5].GetProperty("status").GetString().ShouldBe("target");
        corrected.GetProperty("chart").ValueKind.ShouldBe(JsonValueKind.Null);
        corrected.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("corrected").GetBoolean()).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task Ask_lists_calculated_numbers_and_their_sums_apart()
    {
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(SampleAnswers.Comparison));

        using var response = await AskAsync(bot, """{"question":"比一比"}""");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        answer.GetProperty("computed").GetRawText().ShouldBe("[183]");
        answer.GetProperty("computations").GetRawText().ShouldBe("""[{"value":183,"expression":"214−31=183家","operands":[]}]""");
    }

    [Fact]
    public async Task Ask_says_refused_when_the_reports_do_not_tell()
    {
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(SampleAnswers.Refusal));

        using var response = await AskAsync(bot, """{"question":"专利？"}""");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("outcome").GetString().ShouldBe("refused");
        answer.GetProperty("followUps")[0].GetString().ShouldBe("青石县2021年研发经费支出是多少？");
    }

    [Fact]
    public async Task Ask_links_absolutely_when_a_public_address_is_set()
    {
        await using var bot = await BotServer.StartAsync(settings: ("Web:PublicUrl", "https://bot.example.cn/policy/"));

        using var response = await AskAsync(bot, """{"question":"研发"}""");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        answer.GetProperty("citations")[0].GetProperty("url").GetString()
            .ShouldBe("https://bot.example.cn/policy/reports/linjiang_2021#p2");
    }

    [Fact]
    public async Task Ask_encodes_the_report_in_the_link_when_its_name_holds_signs()
    {
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(SampleAnswers.Malicious), MemoryIndex.With(SampleReports.Malicious));

        using var response = await AskAsync(bot, """{"question":"恶意"}""");
        string url = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement
            .GetProperty("citations")[0].GetProperty("url").GetString()!; // Every citation has one.
        using var page = await bot.Client.GetAsync(new Uri(url, UriKind.Relative));

        url.ShouldBe("/reports/%E6%81%B6%E6%84%8F%20%231%3F#p2");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ask_hands_the_trimmed_question_and_a_conversation_of_its_own_channel_over()
    {
        Question? asked = null;
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(question =>
        {
            asked = question;
            return SampleAnswers.Figure;
        }));

        using var response = await AskAsync(bot, """{"question":"  研发？\n","conversation":"abc"}""");

        asked.ShouldBe(new Question("研发？", "web:abc"));
        bot.Feedback.Remembered["figure"].ShouldBe(asked);
    }

    [Theory]
    [InlineData("""{"question":"研发"}""")]
    [InlineData("""{"question":"研发","conversation":null}""")]
    [InlineData("""{"question":"研发","conversation":" "}""")]
    public async Task Ask_stands_alone_when_no_conversation_is_named(string body)
    {
        Question? asked = null;
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(question =>
        {
            asked = question;
            return SampleAnswers.Figure;
        }));

        using var response = await AskAsync(bot, body);

        asked.ShouldBe(new Question("研发"));
    }

    [Theory]
    [InlineData("", 400, "body-empty", "请求正文为空")]
    [InlineData("  \n", 400, "body-empty", "请求正文为空")]
    [InlineData("null", 400, "body-empty", "请求正文为空")]
    [InlineData("临江市？", 400, "not-json", "不是完整的 JSON")]
    [InlineData("{\"question\":", 400, "not-json", "不是完整的 JSON")]
    [InlineData("[\"研发\"]", 400, "not-json", "JSON 对象")]
    [InlineData("{\"question\":\"研发\"} {}", 400, "not-json", "JSON")]
    [InlineData("{\"question\":12}", 400, "field-unreadable", "question")]
    [InlineData("{\"question\":\"\\ud800\"}", 400, "field-unreadable", "question")]
    [InlineData("{\"question\":\"研发\",\"conversation\":{}}", 400, "field-unreadable", "conversation")]
    [InlineData("{}", 400, "question-missing", "缺少字段 question")]
    [InlineData("{\"question\":null}", 400, "question-missing", "缺少字段 question")]
    [InlineData("{\"question\":\"\"}", 400, "question-empty", "是空的")]
    [InlineData("{\"question\":\" \\u3000\\t\\u200b\\n\"}", 400, "question-empty", "是空的")]
    public async Task Ask_explains_what_is_wrong_with_a_body_that_cannot_be_asked(string body, int status, string type, string words)
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await AskAsync(bot, body);

        await response.ShouldBeProblemAsync(status, type, words);
    }

    [Theory]
    [InlineData(1000, 200)]
    [InlineData(1001, 400)]
    public async Task Ask_limits_the_length_of_a_question(int length, int status)
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await AskAsync(bot, JsonSerializer.Serialize(new { question = new string('研', length) + "  " }));

        ((int)response.StatusCode).ShouldBe(status);
        if (status != 200)
            await response.ShouldBeProblemAsync(400, "question-too-long", "最长 1000 字，现在有 1001 字");
    }

    [Fact]
    public async Task Ask_limits_the_length_of_a_conversation_id()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await AskAsync(bot, JsonSerializer.Serialize(new { question = "研发", conversation = new string('a', 201) }));

        await response.ShouldBeProblemAsync(400, "conversation-too-long", "最长 200 字");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_refuses_a_body_over_64_kilobytes_whether_or_not_its_length_is_told(bool isChunked)
    {
        await using var bot = await BotServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask")
        {
            Content = Json("{\"question\":\"研发\",\"padding\":\"" + new string('x', 64 * 1024) + "\"}"),
        };
        request.Headers.TransferEncodingChunked = isChunked;

        using var response = await bot.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(413, "body-too-large", "64 KB");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Ask_refuses_a_body_that_is_not_said_to_be_JSON(string? contentType)
    {
        await using var bot = await BotServer.StartAsync();
        var content = Json("""{"question":"研发"}""");
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        using var response = await bot.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), content);

        await response.ShouldBeProblemAsync(415, "wrong-content-type", "application/json");
    }

    [Fact]
    public async Task Ask_explains_itself_when_it_is_fetched_instead_of_posted_to()
    {
        await using var bot = await BotServer.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri("/api/ask", UriKind.Relative));

        await response.ShouldBeProblemAsync(405, "method-not-allowed", "/api/ask");
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task Ask_says_so_without_details_when_answering_fails()
    {
        await using var bot = await BotServer.StartAsync(new ScriptedAnswerer(_ => throw new InvalidOperationException("secret path")));

        using var response = await AskAsync(bot, """{"question":"研发"}""");

        await response.ShouldBeProblemAsync(500, "failure", "请稍后重试");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("secret");
    }

    [Fact]
    public async Task Ask_still_answers_when_the_answer_cannot_be_remembered()
    {
        await using var bot = await BotServer.StartAsync();
        bot.Feedback.Failure = new IOException("disk full");

        using var response = await AskAsync(bot, """{"question":"研发"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ask_slows_a_client_down_politely_when_it_asks_more_than_allowed()
    {
        await using var bot = await BotServer.StartAsync(settings: ("Web:RequestsPerMinute", "2"));
        using var first = await AskAsync(bot, """{"question":"一"}""");
        using var second = await AskAsync(bot, """{"question":"二"}""");

        using var third = await AskAsync(bot, """{"question":"三"}""");
        using var list = await bot.Client.GetAsync(new Uri("/api/reports", UriKind.Relative));

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        await third.ShouldBeProblemAsync(429, "too-many-requests", "秒后再试");
        third.Headers.RetryAfter?.Delta.ShouldNotBeNull();
        list.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ask_never_slows_a_client_down_when_the_limit_is_off()
    {
        await using var bot = await BotServer.StartAsync(settings: ("Web:RequestsPerMinute", "0"));

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(bot, """{"question":"研发"}""")));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
    }

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> AnswerAsync(BotServer bot, string question)
    {
        using var response = await AskAsync(bot, JsonSerializer.Serialize(new { question }));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static Task<HttpResponseMessage> AskAsync(BotServer bot, string body) =>
        bot.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), Json(body));
}
