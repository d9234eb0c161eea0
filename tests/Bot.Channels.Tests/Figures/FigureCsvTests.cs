using System.Globalization;
using System.Net;
using System.Text;

namespace Bot.Channels.Tests;

public sealed class FigureCsvTests
{
    [Fact]
    public async Task Csv_is_a_file_that_excel_opens()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        using var response = await bot.Client.GetAsync(new Uri("/api/figures?format=csv", UriKind.Relative));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
        response.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe("数字台账.csv");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).ShouldStartWith("\uFEFF\"地区 Region\",\"指标 Indicator\",");
    }

    [Fact]
    public async Task Csv_reads_back_as_the_figures()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);

        var rows = await GetAsync(bot, "?region=青石县");

        rows.Count.ShouldBe(2);
        var row = rows[0];
        row["地区 Region"].ShouldBe("青石县");
        row["指标 Indicator"].ShouldBe("全社会R&D经费支出");
        row["时间 Period"].ShouldBe("2021");
        row["数值 Value"].ShouldBe("9.8");
        row["单位 Unit"].ShouldBe("亿元");
        row["性质 Status"].ShouldBe("结果");
        row["已更正 Corrected"].ShouldBe("是");
        row["更正前 As read"].ShouldContain("2020年");
        row["段落 Paragraph"].ShouldBe("3");
        row["原句 Sentence"].ShouldBe(SampleReports.Qingshi.Paragraphs[2].Text);
        row["链接 Link"].ShouldBe("/reports/qingshi_2021#p3");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2500)]
    public async Task Csv_holds_everything_that_is_found(int figures)
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Long(figures)));

        var rows = await GetAsync(bot, "?limit=10&offset=5");

        rows.Select(row => row["数值 Value"]).ShouldBe(Enumerable.Range(1, figures).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Csv_lets_no_text_be_a_formula_and_negative_numbers_be_numbers()
    {
        await using var bot = await BotServer.StartAsync(index: MemoryIndex.With(SampleLedger.Hostile));

        var rows = await GetAsync(bot, "");

        rows.SelectMany(row => row.Values).Where(cell => cell.Length > 0 && "=+@\t".Contains(cell[0])).ShouldBeEmpty();
        rows[1]["地区 Region"].ShouldBe("'=临江市");
        rows[1]["原文用语 Words"].ShouldStartWith("'+cmd|");
        rows[0]["基数 Base"].ShouldBe("'@基数");
        rows[1]["数值 Value"].ShouldBe("-3.2");
        rows[1]["原句 Sentence"].ShouldStartWith("'=HYPERLINK(\"http://evil.example\"),");
    }

    [Theory]
    [InlineData("-3.2", "\"-3.2\"\r\n")]
    [InlineData("-1+cmd", "\"'-1+cmd\"\r\n")]
    [InlineData("\tx", "\"'\tx\"\r\n")]
    [InlineData("＝1", "\"'＝1\"\r\n")]
    [InlineData("a \"b\"\r\nc,d", "\"a \"\"b\"\"\r\nc,d\"\r\n")]
    [InlineData("", "\"\"\r\n")]
    public void Cell_is_quoted_and_made_harmless(string text, string line) => new CsvLine().Add(text).ToString().ShouldBe(line);

    [Fact]
    public async Task Csv_head_request_gets_the_headers_alone()
    {
        await using var bot = await BotServer.StartAsync(index: SampleLedger.Index);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/figures?format=csv");

        using var response = await bot.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition.ShouldNotBeNull();
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    private static async Task<List<Dictionary<string, string>>> GetAsync(BotServer bot, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/figures" + query);
        request.Headers.Accept.ParseAdd("text/csv");
        using var response = await bot.Client.SendAsync(request);
        var lines = Parse((await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF'));
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    // RFC 4180, read character by character.
    private static List<List<string>> Parse(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            bool isQuote = text[at] == '"';
            if (isQuoted && isQuote && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (isQuote)
                isQuoted = !isQuoted;
            else if (!isQuoted && text[at] is ',' or '\n' && !isQuoted)
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (text[at] == '\n')
                {
                    lines.Add(line);
                    line = [];
                }
            }
            else if (isQuoted || text[at] != '\r')
                cell.Append(text[at]);
        }

        line.ShouldBeEmpty();
        return lines;
    }
}
