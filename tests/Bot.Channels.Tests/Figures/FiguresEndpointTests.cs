using System.Net;
using System.Text.Json;

namespace Bot.Channels.Tests;

public sealed class FiguresEndpointTests
{
    [Fact]
    public async Task Figures_come_with_all_they_mean_and_their_sentence()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        var found = await GetAsync(bot, "?aspect=share");

        found.GetRawText().ShouldBe(
            """
            {"total":1,"offset":0,"limit":100,"figures":[{"region":"临江市","indicator":"全社会R&D经费支出占GDP比重","words":"占GDP比重",
            "period":"2021","value":2.31,"unit":"%","qualifier":null,"status":"achieved","aspect":"share","base":"GDP","doubt":null,
            "corrected":false,"correction":null,"report":"linjiang_2021","title":"2021年临江市科技工作总结和2022年工作思路","paragraph":2,
            "section":"","sentence":"2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。","url":"/reports/linjiang_2021#p2",
            "number":{"start":35,"end":40}}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Number_is_where_it_is_said_to_be_in_its_sentence()
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Linjiang, SampleLedger.Hostile));

        var found = await GetAsync(bot, "");

        foreach (var figure in found.GetProperty("figures").EnumerateArray())
        {
            var (start, end) = (figure.GetProperty("number").GetProperty("start").GetInt32(), figure.GetProperty("number").GetProperty("end").GetInt32());
            figure.GetProperty("sentence").GetString().ShouldNotBeNull()[start..end]
                .ShouldBe(figure.GetProperty("value").GetRawText() + figure.GetProperty("unit").GetString());
        }
    }

    [Fact]
    public async Task Corrected_figure_tells_what_was_read()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        var found = await GetAsync(bot, "?corrected=true");

        var figure = found.GetProperty("figures").EnumerateArray().ShouldHaveSingleItem();
        figure.GetProperty("period").GetString().ShouldBe("2021");
        figure.GetProperty("corrected").GetBoolean().ShouldBeTrue();
        var correction = figure.GetProperty("correction");
        correction.GetProperty("id").GetString().ShouldBe("c0");
        correction.GetProperty("at").GetDateTimeOffset().ShouldBe(DateTimeOffset.UnixEpoch);
        correction.GetProperty("note").GetString().ShouldBe("报告写的是2021年");
        correction.GetProperty("read").GetProperty("period").GetString().ShouldBe("2020");
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("?region=&period=&status=", 10)]
    [InlineData("?region=临江市", 8)]
    [InlineData("?region=临江", 8)]
    [InlineData("?region=青石", 2)]
    [InlineData("?region=无此县", 0)]
    [InlineData("?indicator=国家高新技术企业", 3)]
    [InlineData("?indicator=高企", 3)]
    [InlineData("?indicator=企业研发中心", 1)]
    [InlineData("?indicator=技术合同", 2)]
    [InlineData("?indicator=高企&text=高新", 3)]
    [InlineData("?indicator=合同&text=技术", 2)]
    [InlineData("?indicator=合同&text=高新", 0)]
    [InlineData("?text=研发", 4)]
    [InlineData("?period=2022", 1)]
    [InlineData("?period=2021-2022", 9)]
    [InlineData("?period=2021-01..11", 1)]
    [InlineData("?period=2021-01..10", 0)]
    [InlineData("?status=target", 1)]
    [InlineData("?status=unclear", 1)]
    [InlineData("?aspect=new", 3)]
    [InlineData("?report=qingshi_2021", 2)]
    [InlineData("?doubtful=true", 1)]
    [InlineData("?doubtful=false", 9)]
    [InlineData("?corrected=false", 9)]
    [InlineData("?region=临江&indicator=高企&aspect=new&period=2021&status=achieved", 1)]
    public async Task Filter_finds_what_it_names(string query, int total)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        var found = await GetAsync(bot, query);

        found.GetProperty("total").GetInt32().ShouldBe(total);
        found.GetProperty("figures").GetArrayLength().ShouldBe(total);
    }

    [Theory]
    [InlineData("?offset=4&limit=2", 4, 2, 10)]
    [InlineData("?offset=9&limit=5", 9, 5, 10)]
    [InlineData("?offset=50", 50, 100, 10)]
    [InlineData("?indicator=研发&text=经费&offset=1&limit=1", 1, 1, 3)]
    public async Task Page_is_the_part_asked_for_of_the_same_whole(string query, int offset, int limit, int total)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        var whole = await GetAsync(bot, "?limit=1000" + string.Concat(query.Split('&').Where(part => part.Contains("indicator") || part.Contains("text")).Select(part => "&" + part.TrimStart('?'))));

        var page = await GetAsync(bot, query);

        page.GetProperty("total").GetInt32().ShouldBe(total);
        page.GetProperty("offset").GetInt32().ShouldBe(offset);
        page.GetProperty("limit").GetInt32().ShouldBe(limit);
        page.GetProperty("figures").EnumerateArray().Select(figure => figure.GetRawText())
            .ShouldBe(whole.GetProperty("figures").EnumerateArray().Skip(offset).Take(limit).Select(figure => figure.GetRawText()));
    }

    [Theory]
    [InlineData("?period=last", "period", "2019-01..11")]
    [InlineData("?status=done", "status", "achieved、target、unclear")]
    [InlineData("?aspect=net", "aspect", "netIncrease")]
    [InlineData("?doubtful=1", "doubtful", "true、false")]
    [InlineData("?corrected=yes", "corrected", "true、false")]
    [InlineData("?offset=-1", "offset", "不小于 0")]
    [InlineData("?limit=0", "limit", "1 至 1000")]
    [InlineData("?limit=1001", "limit", "1 至 1000")]
    [InlineData("?limit=a", "limit", "1 至 1000")]
    [InlineData("?status=target&status=achieved", "status", "只写一次")]
    [InlineData("?format=xml", "format", "json、csv")]
    public async Task Value_that_is_not_allowed_is_refused_naming_parameter_and_what_is(string query, string parameter, string allowed)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        using var response = await bot.Client.GetAsync(Address(query));

        await response.ShouldBeProblemAsync(400, "parameter-not-allowed", allowed);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("field").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(parameter);
    }

    [Fact]
    public async Task Personal_data_in_a_sentence_is_left_out()
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Hostile));

        string json = await bot.Client.GetStringAsync(Address(""));
        string csv = await bot.Client.GetStringAsync(Address("?format=csv"));
        string page = await bot.Client.GetStringAsync(new Uri("/figures", UriKind.Relative));

        foreach (string text in new[] { json, csv, page })
        {
            text.ShouldContain("（号码已略）");
            text.ShouldNotContain("13812345678");
        }
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv, application/json", "application/json")]
    [InlineData("text/csv, application/json;q=0.9", "text/csv")]
    [InlineData("text/csv;q=0.5, */*;q=0.1", "text/csv")]
    [InlineData("text/csv;q=0.1, */*;q=0.5", "application/json")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("TEXT/CSV", "text/csv")]
    public async Task Form_is_the_one_that_the_request_likes_best(string? accept, string type)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/figures");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await bot.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        response.Headers.Vary.ShouldBe(["Accept"]);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/csv;q=0")]
    [InlineData("*/*;q=0")]
    public async Task Request_that_likes_no_form_there_is_is_told_those_there_are(string accept)
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/figures");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await bot.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(406, "not-acceptable", "text/csv");
    }

    private static async Task<JsonElement> GetAsync(BotServer bot, string query) =>
        JsonDocument.Parse(await bot.Client.GetStringAsync(Address(query))).RootElement;

    private static Uri Address(string query) => new("/api/figures" + query, UriKind.Relative);
}
