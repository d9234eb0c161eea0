using System.Net;
using System.Text;

namespace Bot.Channels.Tests;

public sealed class MatchPageTests
{
    private static readonly (string, string)[] Shaoxing = [("place", "绍兴市"), ("recognitions", "科技型中小企业"), ("rdSpending.2025", "260")];

    [Fact]
    public async Task Empty_form_asks_for_the_place_and_offers_what_the_register_holds()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.Client.GetStringAsync(new Uri("/match", UriKind.Relative));

        page.ShouldContain("先告诉我企业注册在哪里");
        page.ShouldContain("<option value=\"绍兴市\"></option>");
        page.ShouldContain("name=\"recognitions\" value=\"高新技术企业\"");
        page.ShouldContain("name=\"needs\" value=\"贷款\"");
        page.ShouldContain("2025年研发费用（万元）");
        page.Split("<fieldset>").Length.ShouldBe(7);
    }

    [Fact]
    public async Task List_quotes_judges_reckons_and_links_to_the_paragraph()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await server.SubmitAsync(Shaoxing);
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.ShouldContain("项措施可能适用，其中 1 项的自身条件均已满足</h2>");
        page.ShouldContain($"{MatchServer.ResearchRule}</q>");
        page.ShouldContain("<span class=\"verdict is-met\">满足</span> <span lang=\"zh-CN\">上年度研发费用200万元以上</span>");
        page.ShouldContain("<span class=\"why-so\">您：2025年研发费用260万元</span>");
        page.ShouldContain("<li>260万元×10%=26万元");
        page.ShouldContain("<strong>可得20万元</strong>");
        page.ShouldContain("class=\"source-mark\" href=\"reports/shaoxing-policy?quote=");
        page.ShouldContain("差一个条件");
        page.ShouldContain("<span class=\"tag state-onlyMentioned\">报告仅提及</span>");
        page.ShouldContain("《绍兴市支持企业创新若干政策》的通用条件");
        page.ShouldContain("以现行有效的通知和主管部门审核为准");
    }

    [Fact]
    public async Task Number_that_cannot_be_read_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await server.SubmitAsync(("told", "我们是高企"), ("place", "绍兴市"), ("rdSpending.2025", "很多"), ("staff", "35"), ("needs", "贷款"));
        string page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("name=\"rdSpending.2025\" value=\"很多\"");
        page.ShouldContain("aria-invalid=\"true\" aria-describedby=\"rdSpending-2025-problem\"");
        page.ShouldContain("data-field=\"rdSpending.2025\">没有读懂“很多”");
        page.ShouldContain(">我们是高企</textarea>");
        page.ShouldContain("name=\"staff\" value=\"35\"");
        page.ShouldContain("value=\"贷款\" checked");
        page.ShouldContain("项措施可能适用");
    }

    [Fact]
    public async Task Fact_of_a_field_is_struck_with_its_field()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync([.. Shaoxing, ("strike", "2025年研发费用260万元")]);

        page.ShouldContain("name=\"rdSpending.2025\" value=\"\"");
        page.ShouldNotContain("value=\"2025年研发费用260万元\"");
        page.ShouldContain("value=\"科技型中小企业\" checked");
    }

    [Fact]
    public async Task Fact_of_the_own_words_is_struck_and_restored_while_the_words_stay()
    {
        await using var server = await MatchServer.StartAsync();
        const string Words = "我们是绍兴一家科技型中小企业";

        string struck = await server.PageAsync(("told", Words), ("strike", "科技型中小企业"));
        string restored = await server.PageAsync(("told", Words), ("without", "科技型中小企业"), ("restore", "科技型中小企业"));

        struck.ShouldContain($">{Words}</textarea>");
        struck.ShouldContain("<s>科技型中小企业</s>");
        struck.ShouldContain("name=\"without\" value=\"科技型中小企业\"");
        restored.ShouldNotContain("<s>");
        restored.ShouldContain("name=\"strike\" value=\"科技型中小企业\"");
    }

    [Fact]
    public async Task What_is_looked_for_is_struck_whoever_told_it()
    {
        await using var server = await MatchServer.StartAsync();

        string told = await server.PageAsync(("told", "我们在绍兴，缺研发经费"), ("needs", "贷款"));
        string key = "想要：缺研发经费，贷款";
        string struck = await server.PageAsync(("told", "我们在绍兴，缺研发经费"), ("needs", "贷款"), ("strike", key));

        told.ShouldContain($"name=\"strike\" value=\"{key}\"");
        struck.ShouldNotContain($"value=\"{key}\"");
        struck.ShouldNotContain("value=\"贷款\" checked");
        struck.ShouldContain("<s>想要：缺研发经费</s>");
    }

    [Fact]
    public async Task Field_counts_for_more_than_own_words()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync(("told", "我们在绍兴，去年研发费用150万元"), ("rdSpending.2025", "260"));

        page.ShouldContain("value=\"2025年研发费用260万元\"");
        page.ShouldNotContain("value=\"2025年研发费用150万元\"");
    }

    [Fact]
    public async Task Print_holds_the_day_what_was_told_and_every_source_with_its_sentence()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync([.. Shaoxing, ("as", "print")]);

        page.ShouldContain("<h1>措施匹配清单</h1>");
        page.ShouldContain("按 2026-06-01 的文件状态");
        page.ShouldContain("<li>2025年研发费用260万元</li>");
        page.ShouldContain("class=\"source-mark\" href=\"#source-1\"");
        page.ShouldContain("<li id=\"source-1\"><a href=\"reports/shaoxing-policy?quote=");
        page.ShouldContain($"{MatchServer.ResearchRule}</q></li>");
        page.ShouldContain("以现行有效的通知和主管部门审核为准");
        page.ShouldNotContain("<form");
    }

    [Fact]
    public async Task Csv_has_a_line_a_condition_with_verdict_and_source()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await server.SubmitAsync([.. Shaoxing, ("as", "csv")]);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        string[] lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("措施匹配清单.csv");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        lines[0].ShouldStartWith("\"日期 Date\",\"序号 No.\",\"措施 Measure\"");
        string line = lines.Single(each => each.Contains("\"研发投入补助\"", StringComparison.Ordinal) && each.Contains("\"上年度研发费用200万元以上\"", StringComparison.Ordinal));
        line.ShouldStartWith("\"2026-06-01\",\"1\",\"研发投入补助\",\"自身条件均已满足\",\"绍兴市\",\"补助\"");
        line.ShouldContain("\"上年度研发费用200万元以上\",\"满足\",\"2025年研发费用260万元\"");
        line.ShouldContain("\"260万元×10%=26万元；最高20万元；可得20万元\"");
        line.ShouldContain("\"绍兴市支持企业创新若干政策\"");
        line.ShouldEndWith($"{MatchServer.ResearchRule}\",\"/reports/shaoxing-policy#p3\"");
    }

    [Fact]
    public async Task List_with_a_part_not_understood_is_not_handed_out_as_a_file()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await server.SubmitAsync([.. Shaoxing, ("staff", "一群"), ("as", "csv")]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("data-field=\"staff\">没有读懂“一群”");
    }

    [Fact]
    public async Task Hostile_words_of_a_document_stay_text_and_start_no_formula()
    {
        await using var server = await MatchServer.StartAsync([SampleRegister.Hostile]);

        string page = await server.PageAsync(("place", "=临江市"), ("told", SampleReports.Hostile));
        string csv = await server.PageAsync(("place", "=临江市"), ("as", "csv"));

        page.ShouldContain("&lt;script&gt;alert(1)");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<img src=x");
        csv.ShouldContain("\"'=给予");
    }

    [Fact]
    public async Task Page_speaks_English_when_asked()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync([.. Shaoxing, ("language", "en")]);

        page.ShouldContain("<main id=\"content\" class=\"match\" lang=\"en\">");
        page.ShouldContain("may apply, 1 with all own conditions met</h2>");
        page.ShouldContain("<span class=\"verdict is-met\">met</span>");
        page.ShouldContain("<strong>in all 20万元</strong>");
        page.ShouldContain("The notice in force and the office in charge decide");
        page.ShouldContain("<span>High-tech enterprise (高新技术企业)</span>");
        page.ShouldContain("<option value=\"绍兴市\">Shaoxing</option>");
    }

    [Fact]
    public async Task Csv_in_English_names_instrument_state_and_fit_in_English()
    {
        await using var server = await MatchServer.StartAsync();

        string csv = await server.PageAsync([.. Shaoxing, ("as", "csv"), ("language", "en")]);

        csv.ShouldContain("\"研发投入补助\",\"own conditions met\",\"绍兴市\",\"grant\",\"in force\",\"2024-01-01 – 2027-12-31\"");
        csv.ShouldContain("\"科技型中小企业\",\"met\",");
    }

    [Fact]
    public async Task Place_without_measures_is_said_to_have_none()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync(("place", "火星市"));

        page.ShouldContain("<p class=\"match-uncovered\">资料中没有火星市的措施规定；资料中载有措施规定的地区：绍兴市。</p>");
    }

    [Fact]
    public async Task Many_choices_unfold_and_those_taken_stand_in_sight()
    {
        await using var server = await MatchServer.StartAsync();

        string page = await server.PageAsync(("place", "绍兴市"), ("needs", "参展"));

        string inSight = page[..page.IndexOf("<details class=\"more-checks\">", StringComparison.Ordinal)];
        inSight.ShouldContain("name=\"needs\" value=\"参展\" checked");
        inSight.ShouldNotContain("value=\"标准\"");
        page.ShouldContain("value=\"标准\"");
    }

    [Fact]
    public async Task Too_large_a_form_is_refused()
    {
        await using var server = await MatchServer.StartAsync();

        using var response = await server.SubmitAsync(("told", new string('x', 70_000)));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain("填写的内容过多");
    }

    [Fact]
    public async Task Refusal_of_too_many_is_a_page_for_people()
    {
        await using var server = await MatchServer.StartAsync(null, ("Web:RequestsPerMinute", "1"));
        server.Client.DefaultRequestHeaders.Add("Accept", "text/html");

        await server.PageAsync(Shaoxing);
        using var second = await server.SubmitAsync(Shaoxing);
        using var form = await server.Client.GetAsync(new Uri("/match", UriKind.Relative));

        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await second.Content.ReadAsStringAsync()).ShouldContain("<h1>提问太快</h1>");
        form.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
