using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bot.Channels.Tests;

public sealed class MatchEndpointTests
{
    private const string Fields = """{"place":"绍兴市","recognitions":["科技型中小企业"],"rdSpending":{"2025":"260"}}""";

    [Fact]
    public async Task Measure_comes_with_what_it_gives_and_each_condition_judged_and_cited()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, Fields);

        var measure = match["measures"]![0]!;
        (Text(measure, "name"), Text(measure, "fit"), Text(measure, "state")).ShouldBe(("研发投入补助", "fits", "inForce"));
        (Text(measure, "validFrom"), Text(measure, "validTo"), Text(measure, "region")).ShouldBe(("2024-01-01", "2027-12-31", "绍兴市"));
        measure["gives"]!.AsArray().Select(gives => Text(gives, "words")).ShouldContain(words => words.Contains("最高不超过20万元", StringComparison.Ordinal));
        var own = measure["conditions"]!.AsArray().Where(condition => !condition!["general"]!.GetValue<bool>()).ToArray();
        own.Select(condition => $"{Text(condition, "words")}: {Text(condition, "verdict")}, {Text(condition, "told")}").ShouldBe(
            ["上年度研发费用200万元以上: met, 2025年研发费用260万元", "科技型中小企业: met, 科技型中小企业"], ignoreOrder: true);
        var cited = match["citations"]![own[0]!["citation"]!.GetValue<int>() - 1]!;
        Text(cited, "quote").ShouldContain(MatchServer.ResearchRule);
        Text(cited, "url").ShouldStartWith("/reports/shaoxing-policy#p");
    }

    [Fact]
    public async Task Sum_is_reckoned_step_by_step_and_its_operands_name_their_source()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, Fields);

        var gain = match["measures"]![0]!["gain"]!;
        (gain["yuan"]!.GetValue<decimal>(), Text(gain, "written")).ShouldBe((200_000m, "20万元"));
        gain["steps"]!.AsArray().Select(step => Text(step, "words")).ShouldBe(["260万元×10%=26万元", "最高20万元"]);
        var computed = match["computed"]!.AsArray().Single(each => Text(each, "expression") == "260万元×10%=26万元")!;
        computed["value"]!.GetValue<decimal>().ShouldBe(26);
        var operands = computed["operands"]!.AsArray().ToDictionary(each => Text(each, "written"), each => each!["citation"]?.GetValue<int>());
        operands["260万元"].ShouldBeNull();
        Text(match["citations"]![operands["10%"]!.Value - 1], "quote").ShouldContain("10%");
    }

    [Fact]
    public async Task Own_words_tell_what_the_fields_tell()
    {
        await using var server = await MatchServer.StartAsync();

        var byFields = await MatchAsync(server, Fields);
        var byWords = await MatchAsync(server, """{"told":"我们是绍兴一家科技型中小企业，去年研发费用260万元"}""");

        byWords["measures"]!.ToJsonString().ShouldBe(byFields["measures"]!.ToJsonString());
        byWords["profile"]!.AsArray().Select(fact => Text(fact, "words")).ShouldBe(["注册地：绍兴市", "科技型中小企业", "2025年研发费用260万元"]);
    }

    [Fact]
    public async Task Measure_that_one_condition_stands_against_is_a_near_miss_and_says_which()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, Fields);

        var near = match["nearMisses"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(near, "name"), Text(near, "fit")).ShouldBe(("重大研发补助", "misses"));
        near["conditions"]!.AsArray().Single(condition => Text(condition, "verdict") == "notMet")!["told"]!.GetValue<string>().ShouldBe("2025年研发费用260万元");
    }

    [Fact]
    public async Task What_only_a_report_mentions_is_said_to_be_so()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, Fields);

        Text(match["measures"]!.AsArray()[^1], "state").ShouldBe("onlyMentioned");
    }

    [Fact]
    public async Task Without_a_place_nothing_is_offered_and_the_place_is_what_to_tell_next()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, """{"sizes":["小微企业"]}""");

        match["needsPlace"]!.GetValue<bool>().ShouldBeTrue();
        match["measures"]!.AsArray().ShouldBeEmpty();
        Text(match["next"]![0], "ask").ShouldBe("注册在哪个市、县（区）");
    }

    [Fact]
    public async Task Fact_left_out_by_its_key_does_not_count_as_told()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, """{"told":"我们是绍兴一家科技型中小企业，去年研发费用260万元","without":["科技型中小企业"]}""");

        match["profile"]!.AsArray().Select(fact => Text(fact, "key")).ShouldBe(["注册地：绍兴市", "2025年研发费用260万元"]);
        match["measures"]!.AsArray().Single(measure => Text(measure, "name") == "研发投入补助")!["fit"]!.GetValue<string>().ShouldBe("mayFit");
    }

    [Fact]
    public async Task Bots_own_words_are_English_when_asked_for_and_quotes_stay_as_they_are()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, """{"place":"绍兴市","recognitions":["科技型中小企业"],"rdSpending":{"2025":"260"},"language":"en"}""");

        Text(match, "notice").ShouldStartWith("The notice in force");
        Text(match["measures"]![0]!["gain"]!["steps"]![1], "words").ShouldBe("capped at 20万元");
        match["profile"]!.AsArray().Select(fact => Text(fact, "words")).ShouldBe(["Registered in Shaoxing", "Technology-based SME (科技型中小企业)", "R&D spending 2025: 260万元"]);
        match["citations"]!.AsArray().Select(citation => Text(citation, "quote")).ShouldContain(quote => quote.Contains(MatchServer.ResearchRule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"place":"火星"}""", "place", "told-unclear")]
    [InlineData("""{"founded":"2031"}""", "founded", "told-unclear")]
    [InlineData("""{"founded":"很久以前"}""", "founded", "told-unclear")]
    [InlineData("""{"founded":"2023-13"}""", "founded", "told-unclear")]
    [InlineData("""{"founded":"2023年2月30日"}""", "founded", "told-unclear")]
    [InlineData("""{"place":"绍兴市","revenues":{"2025":"100"}}""", "revenues", "field-unknown")]
    [InlineData("""{"rdSpending":{"2025":"很多"}}""", "rdSpending.2025", "told-unclear")]
    [InlineData("""{"revenue":{"去年":"100"}}""", "revenue.去年", "told-unclear")]
    [InlineData("""{"staff":"一群"}""", "staff", "told-unclear")]
    [InlineData("""{"recognitions":["某某称号"]}""", "recognitions", "told-unclear")]
    [InlineData("""{"needs":["某某"]}""", "needs", "told-unclear")]
    [InlineData("""{"language":"fr"}""", "language", "language-unknown")]
    [InlineData("""{"staff":35}""", "staff", "field-unreadable")]
    public async Task What_cannot_be_read_is_refused_naming_the_field(string body, string field, string type)
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await PostAsync(server, body);

        await response.ShouldBeProblemAsync(400, type, field);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task Unknown_field_is_refused_with_those_that_there_are()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await PostAsync(server, """{"place":"绍兴市","size":"小微企业"}""");

        await response.ShouldBeProblemAsync(400, "field-unknown", "没有字段 size；可用的字段：told、place、needs、sizes、");
    }

    [Fact]
    public async Task Place_without_measures_is_said_to_have_none_with_those_that_have_some()
    {
        await using var server = await MatchServer.StartAsync();

        var match = await MatchAsync(server, """{"place":"火星市"}""");
        var covered = await MatchAsync(server, Fields);

        match["measures"]!.AsArray().ShouldBeEmpty();
        Text(match["uncovered"], "words").ShouldBe("资料中没有火星市的措施规定；资料中载有措施规定的地区：绍兴市。");
        match["uncovered"]!["places"]!.AsArray().Select(place => place!.GetValue<string>()).ShouldBe(["绍兴市"]);
        covered["uncovered"].ShouldBeNull();
    }

    [Fact]
    public async Task Too_much_is_refused_naming_the_field()
    {
        await using var server = await MatchServer.StartAsync();

        using var words = await PostAsync(server, $$"""{"told":"{{new string('长', 1001)}}"}""");
        using var entries = await PostAsync(server, $$"""{"needs":[{{string.Join(',', Enumerable.Range(0, 41).Select(number => $"\"贷款{number}\""))}}]}""");

        await words.ShouldBeProblemAsync(400, "told-unclear", "told：最长 1000 字");
        await entries.ShouldBeProblemAsync(400, "told-unclear", "needs：最多 40 项");
    }

    [Fact]
    public async Task Matching_counts_as_asking_for_the_limit_of_questions()
    {
        await using var server = await MatchServer.StartAsync(null, ("Web:RequestsPerMinute", "1"));

        using var first = await PostAsync(server, Fields);
        using var second = await PostAsync(server, Fields);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await second.ShouldBeProblemAsync(429, "too-many-requests", "秒后再试");
    }

    private static Task<HttpResponseMessage> PostAsync(MatchServer server, string body) =>
        server.Client.PostAsync(new Uri("/api/match", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    private static async Task<JsonNode> MatchAsync(MatchServer server, string body)
    {
        using var response = await PostAsync(server, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static string Text(JsonNode? node, string name) => node![name]?.GetValue<string>() ?? "";
}
