using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Channels.Tests;

public sealed class MeasuresEndpointTests
{
    [Fact]
    public async Task Measure_comes_with_all_that_was_read_each_part_quoted_in_its_sentence()
    {
        await using var server = await RegisterServer.StartAsync();

        var body = await GetAsync(server, "?report=linjiang_rules");

        body["total"]!.GetValue<int>().ShouldBe(1);
        var measure = body["measures"]![0]!;
        Text(measure, "name").ShouldBe("研发补助");
        (Text(measure, "instrument"), Text(measure, "state"), Text(measure, "region")).ShouldBe(("grant", "inForce", "临江市"));
        (Text(measure, "validFrom"), Text(measure, "validTo")).ShouldBe(("2024-01-01", "2098-12-31"));
        (measure["gaps"]!.GetValue<bool>(), measure["trial"]!.GetValue<bool>()).ShouldBe((true, true));
        var amounts = measure["amounts"]!.AsArray();
        amounts.Select(amount => $"{Text(amount, "kind")} {amount!["value"]}{Text(amount, "unit")}").ShouldBe(["rate 10%", "ceiling 50万元"]);
        Text(amounts[0]!["base"], "kind").ShouldBe("rdSpending");
        var conditions = measure["conditions"]!.AsArray();
        conditions.Select(condition => Text(condition, "kind")).ShouldBe(["size", "region", "unread"]);
        conditions[1]!["general"]!.GetValue<bool>().ShouldBeTrue();
        var quote = conditions[2]!["quote"]!;
        Quoted(quote).ShouldBe("信誉卓著");
        (quote["paragraph"]!.GetValue<int>(), Text(quote, "section"), Text(quote, "url")).ShouldBe((4, "第二条 申报", "/reports/linjiang_rules#p4"));
        Text(quote, "sentence").ShouldNotBeNull().ShouldNotContain("13812345678");
    }

    [Theory]
    [InlineData("", "linjiang_old1 linjiang_rules1 qingshi_told1")]
    [InlineData("?region=临江", "linjiang_old1 linjiang_rules1")]
    [InlineData("?place=青石", "linjiang_old1 linjiang_rules1 qingshi_told1")]
    [InlineData("?place=临江", "linjiang_old1 linjiang_rules1")]
    [InlineData("?place=青石县&region=临江市", "linjiang_old1 linjiang_rules1")]
    [InlineData("?place=临江市&region=青石县", "")]
    [InlineData("?instrument=voucher", "qingshi_told1")]
    [InlineData("?state=repealed", "linjiang_old1")]
    [InlineData("?state=repealed&date=2023-12-31", "")]
    [InlineData("?state=onlyMentioned", "qingshi_told1")]
    [InlineData("?text=创新券", "qingshi_told1")]
    [InlineData("?gaps=true", "linjiang_rules1")]
    [InlineData("?corrected=true", "")]
    [InlineData("?hidden=true", "")]
    public async Task Filters_narrow_the_register(string query, string found)
    {
        await using var server = await RegisterServer.StartAsync();

        var body = await GetAsync(server, query);

        body["measures"]!.AsArray().Select(each => $"{Text(each, "report")}{each!["number"]}").Order()
            .ShouldBe(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Repealed_measure_names_the_document_that_ended_it()
    {
        await using var server = await RegisterServer.StartAsync();

        var measure = (await GetAsync(server, "?state=repealed"))["measures"]![0]!;

        (Text(measure, "repealedBy"), Text(measure, "repealedFrom")).ShouldBe(("linjiang_rules", "2024-01-01"));
    }

    [Fact]
    public async Task Page_has_as_many_as_asked_and_tells_how_many_there_are()
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Long(60));

        var first = await GetAsync(server, "");
        var second = await GetAsync(server, "?offset=55&limit=10");

        (first["total"]!.GetValue<int>(), first["measures"]!.AsArray().Count).ShouldBe((60, 50));
        second["measures"]!.AsArray().Select(each => each!["number"]!.GetValue<int>()).ShouldBe([56, 57, 58, 59, 60]);
    }

    [Theory]
    [InlineData("instrument=money", "instrument")]
    [InlineData("state=valid", "state")]
    [InlineData("date=2024-13-01", "date")]
    [InlineData("gaps=maybe", "gaps")]
    [InlineData("limit=0", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("format=xml", "format")]
    public async Task Wrong_value_is_refused_naming_the_parameter(string query, string field)
    {
        await using var server = await RegisterServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri($"/api/measures?{query}", UriKind.Relative));

        await response.ShouldBeProblemAsync(400, "parameter-not-allowed", field);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public async Task Csv_holds_everything_that_is_found(int measures)
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Long(measures));

        using var response = await server.Client.GetAsync(new Uri("/api/measures?format=csv&limit=3", UriKind.Relative));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();

        response.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe("政策措施.csv");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(measures + 1);
    }

    [Fact]
    public async Task Csv_says_what_is_not_written_and_disarms_formulas()
    {
        await using var server = await RegisterServer.StartAsync(SampleRegister.Linjiang, SampleRegister.Hostile);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/measures");
        request.Headers.Add("Accept", "text/csv");

        using var response = await server.Client.SendAsync(request);
        string[] lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        lines[1].ShouldStartWith("\"'=临江市\",");
        lines[1].ShouldContain("\"原文未写明\"");
        lines[2].ShouldStartWith("\"临江市\",\"研发补助\",\"补助\",\"有效\",\"\",\"2024-01-01\",\"2098-12-31\",\"\",\"规上企业\",\"10%；最高不超过50万元\",\"规上企业；在本市注册；信誉卓著\",\"信誉卓著\",");
    }

    private static async Task<JsonObject> GetAsync(RegisterServer server, string query) =>
        (await server.Client.GetFromJsonAsync<JsonObject>("/api/measures" + query)).ShouldNotBeNull();

    private static string? Text(JsonNode? node, string field) => node?[field]?.GetValue<string>();

    private static string? Quoted(JsonNode quote) =>
        Text(quote, "sentence")?[quote["words"]!["start"]!.GetValue<int>()..quote["words"]!["end"]!.GetValue<int>()];
}
