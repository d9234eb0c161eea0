using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests.WeCom;

public sealed partial class WeComRendererTests
{
    private const int OfApp = 2048;
    private const int OfStream = 20480;

    private static readonly WeComRenderer Renderer = RendererAt(null);
    private static readonly WeComRenderer Linked = RendererAt("https://bot.example.cn/policy");

    [Fact]
    public void Answer_comes_first_then_a_quotation_per_cited_sentence_and_questions_to_go_on_with()
    {
        var message = Renderer.Answer(SampleAnswers.Figure, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp).ShouldHaveSingleItem();

        message.ShouldStartWith("2021年，临江市全社会研发经费支出62.4亿元，占GDP比重2.31%[1]，列全省第五位。\n\n同年");
        var cited = SampleAnswers.Figure.Citations[2];
        message.ShouldContain($"\n\n> **[3] {cited.Title} › {cited.Section} › 第11段**\n> {cited.Quote}\n\n");
        message.ShouldEndWith("还可以问：\n• 临江市2022年的高新技术企业目标是多少？\n• 青石县2021年的研发投入呢？");
    }

    [Fact]
    public void Place_of_a_quotation_links_to_the_paragraph_when_the_page_can_be_reached()
    {
        var cited = SampleAnswers.Figure.Citations[0];

        var message = Linked.Answer(SampleAnswers.Figure, WeComDialect.MarkdownV2, ChatLanguage.Chinese, OfStream).ShouldHaveSingleItem();
        var text = Linked.Answer(SampleAnswers.Figure, WeComDialect.Text, ChatLanguage.Chinese, OfApp).ShouldHaveSingleItem();

        message.ShouldContain($"> [1] [{cited.Title} › 第2段](https://bot.example.cn/policy/reports/linjiang_2021#p2)\n> {cited.Quote}", Case.Sensitive, "markers stay outside of the link");
        text.ShouldContain($"{cited.Quote}\nhttps://bot.example.cn/policy/reports/linjiang_2021#p2\n");
    }

    [Fact]
    public void Table_is_drawn_in_v2_and_told_row_by_row_otherwise()
    {
        var drawn = Renderer.Answer(SampleAnswers.Comparison, WeComDialect.MarkdownV2, ChatLanguage.Chinese, OfStream).ShouldHaveSingleItem();
        var told = Renderer.Answer(SampleAnswers.Comparison, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp).ShouldHaveSingleItem();

        drawn.ShouldContain("\n\n| 指标（2021年） | 临江市 | 青石县 |\n|---|---|---|\n| 新认定高新技术企业 | 214家[1] | 31家[2] |\n");
        told.ShouldContain("\n\n• 新认定高新技术企业：临江市 214家[1]；青石县 31家[2]\n• 高新技术企业总数：");
    }

    [Fact]
    public void List_and_chart_are_markup_in_v2_only()
    {
        Renderer.Answer(SampleAnswers.List, WeComDialect.MarkdownV2, ChatLanguage.Chinese, OfStream)[0].ShouldContain("\n- 新增省科技型中小企业486家[1]\n");
        Renderer.Answer(SampleAnswers.List, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp)[0].ShouldContain("\n• 新增省科技型中小企业486家[1]\n");
        Renderer.Answer(SampleAnswers.Trend, WeComDialect.MarkdownV2, ChatLanguage.Chinese, OfStream)[0].ShouldContain("\n\n```\n临江市 研发经费支出（亿元）\n");
        Renderer.Answer(SampleAnswers.Trend, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp)[0].ShouldNotContain("█");
    }

    [Theory]
    [InlineData("<font color=\"warning\">急</font>", "＜font color=\"warning\"＞急＜/font＞")]
    [InlineData("<@all> **粗**", "＜@all＞ ＊＊粗＊＊")]
    [InlineData("[点此](https://evil.example)", "[点此] (https://evil.example)")]
    [InlineData("![图](https://evil.example/a.png)", "![图] (https://evil.example/a.png)")]
    [InlineData("# 标题", "＃ 标题")]
    [InlineData("> 引用", "＞ 引用")]
    [InlineData("上文\n---", "上文\n－－－")]
    [InlineData("[1]: https://evil.example", "[1]： https://evil.example")]
    [InlineData("`rm`", "｀rm｀")]
    [InlineData("&lt;b&gt; R&D", "＆lt;b＆gt; R&D")]
    public void Words_of_a_report_never_become_markup(string hostile, string shown)
    {
        var answer = new Answer.Answered("a", hostile, AnswerMode.Extractive, [], [], [], []);

        Renderer.Answer(answer, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp).ShouldBe([shown]);
        Renderer.Answer(answer, WeComDialect.MarkdownV2, ChatLanguage.Chinese, OfApp).ShouldBe([shown]);
        Renderer.Answer(answer, WeComDialect.Text, ChatLanguage.Chinese, OfApp).ShouldBe([hostile]);
    }

    [Fact]
    public void Notice_offers_its_buttons_as_questions()
    {
        var notice = new ChatOutput.Notice("您好。", [new("临江市2021年研发经费是多少？", new ButtonPress.FollowUp(0)), new("忘记我", new ButtonPress.Forget())]);

        Renderer.Notice(notice, WeComDialect.Markdown, ChatLanguage.English, OfApp).ShouldBe(["您好。\n\nYou could ask:\n• 临江市2021年研发经费是多少？"]);
    }

    [Fact]
    public void Answer_beyond_all_measure_keeps_where_each_of_its_figures_stands()
    {
        var long1 = SampleAnswers.Figure with
        {
            Text = string.Concat(Enumerable.Range(1, 90).Select(n => $"第{n}项指标完成{n * 7}家[{n}]，比上年又有较大幅度的增长和明显的改善。\n\n")),
            Citations = [.. Enumerable.Range(1, 90).Select(n => SampleAnswers.Figure.Citations[0] with { Number = n, Paragraph = n, Quote = new string('长', 300) })],
        };

        var messages = Renderer.Answer(long1, WeComDialect.Markdown, ChatLanguage.Chinese, OfApp);

        messages.Length.ShouldBeLessThanOrEqualTo(WeComRenderer.MostMessages);
        messages.ShouldAllBe(m => Encoding.UTF8.GetByteCount(m) <= OfApp);
        var whole = string.Concat(messages);
        whole.ShouldContain("余下内容");
        var markers = Marker().Matches(whole).Select(m => m.Value).ToList();
        markers.ShouldNotBeEmpty();
        markers.GroupBy(m => m).ShouldAllBe(same => same.Count() == 2, "each stands in the text and before its place");
    }

    [Fact]
    public void Any_answer_becomes_messages_that_WeCom_takes_and_that_lose_nothing() => Prop.ForAll(
        Cases().ToArbitrary(),
        drawn =>
        {
            var (answer, dialect, limit) = drawn;
            var messages = Linked.Answer(answer, dialect, ChatLanguage.Chinese, limit, mostMessages: 1000);

            messages.ShouldAllBe(m => m.Length > 0 && Encoding.UTF8.GetByteCount(m) <= limit);
            // Nothing is torn: bytes that are no text would become replacement characters.
            messages.ShouldAllBe(m => !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(m)).Contains('\uFFFD'));
            var shown = string.Concat(messages);
            foreach (var figure in FigureAndMarker().Matches(answer.Text).Select(m => m.Value))
                messages.ShouldContain(m => m.Contains(figure), $"{figure} parted from its marker");
            foreach (var citation in answer.Citations)
                shown.ShouldContain($"第{citation.Paragraph}段");
            if (dialect is WeComDialect.MarkdownV2)
                messages.SelectMany(m => m.Split('\n')).Where(line => line.StartsWith('|')).ShouldAllBe(line => line.EndsWith('|'));
        }).QuickCheckThrowOnFailure();

    private static Gen<(Answer Answer, WeComDialect Dialect, int Limit)> Cases()
    {
        string[] parts =
        [
            "绍兴市研发费用139.69亿元[1]，增长45.8%。", "<b>&amp;</b> **x**", "\n\n", "\n- 项目一416家[2]", "👨‍👩‍👧‍👦", "The plan. ", "[x](y)", "a_b*c`",
            "\n\n| 指标 | 数值 |\n|---|---|\n| 高企<br> | 416家[1] |\n| R&D | 2.3%[2] |\n\n", "长句没有停顿" + new string('字', 600) + "128家[1]。",
        ];
        return from length in Gen.Choose(1, 40)
               from text in Gen.ArrayOf(Gen.Elements(parts), length)
               from count in Gen.Choose(0, 3)
               from quotes in Gen.ArrayOf(Gen.Elements(parts.Where(p => !p.Contains('|') && p.Trim().Length > 0).ToArray()), count)
               from dialect in Gen.Elements(Enum.GetValues<WeComDialect>())
               from limit in Gen.Elements(512, OfApp, 4096, OfStream)
               select ((Answer)(SampleAnswers.Trend with
               {
                   Text = "答：" + string.Concat(text),
                   Citations = [.. quotes.Select((quote, i) => SampleAnswers.Trend.Citations[0] with { Number = i + 1, Paragraph = i + 1, Quote = quote.Trim() })],
               }), dialect, limit);
    }

    private static WeComRenderer RendererAt(string? page) => new(new ReportLinks(Options.Create(new WebOptions { PublicUrl = page })));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\d[\d.]*(?:亿元|家|%)\[\d\]")]
    private static partial Regex FigureAndMarker();
}
