using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Channels.Telegram;
using Bot.TestServers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tests.Telegram;

public sealed partial class TelegramRendererTests
{
    private const long Person = 7001;

    private static readonly TelegramRenderer Renderer = RendererAt(null);

    [Fact]
    public async Task Answer_is_text_with_markers_then_an_expandable_quotation_per_cited_sentence()
    {
        var message = await ShownAsync(SampleAnswers.Figure);

        message.Text.ShouldStartWith("2021年，临江市全社会研发经费支出62.4亿元，占GDP比重2.31%[1]，列全省第五位。\n\n同年");
        var quotations = message.Entities.Where(e => e.Type == "expandable_blockquote").Select(message.Marked).ToList();
        quotations.Count.ShouldBe(3);
        var cited = SampleAnswers.Figure.Citations[2];
        var head = $"[3] {cited.Title} › {cited.Section} › 第11段";
        quotations[2].ShouldBe($"{head}\n{cited.Quote}");
        message.Entities.Where(e => e.Type == "bold").Select(message.Marked).Last().ShouldBe(head);
    }

    [Fact]
    public async Task Sentence_cited_twice_is_quoted_once()
    {
        var message = await ShownAsync(SampleAnswers.Trend);

        message.Entities.Where(e => e.Type == "expandable_blockquote").Select(message.Marked).First().ShouldStartWith("[1][2] ");
    }

    [Fact]
    public async Task Table_and_chart_stand_in_a_fixed_width_font()
    {
        var message = await ShownAsync(SampleAnswers.Trend);

        var blocks = message.Entities.Where(e => e.Type == "pre").Select(message.Marked).ToList();
        blocks.Count.ShouldBe(2);
        blocks[0].ShouldStartWith("时间            研发经费支出\n2016年          31.2亿元[1]");
        blocks[1].ShouldStartWith("临江市 研发经费支出（亿元）\n2016年");
    }

    [Fact]
    public async Task Refusal_says_that_what_it_cites_is_no_answer()
    {
        (await ShownAsync(SampleAnswers.Refusal)).Text.ShouldContain("\n\n相关内容（不是答案）：\n\n[1] ");
        (await ShownAsync(SampleAnswers.Refusal, ChatLanguage.English)).Text.ShouldContain("Related, not an answer:");
    }

    [Fact]
    public async Task Correction_by_staff_is_said_beside_its_source()
    {
        (await ShownAsync(SampleAnswers.Corrected)).Text.ShouldContain("第5段 · 数字经人工更正\n");
    }

    [Fact]
    public async Task Report_that_tries_to_be_markup_is_shown_as_the_text_it_is()
    {
        var message = await ShownAsync(SampleAnswers.Malicious);

        message.Text.ShouldStartWith(SampleReports.Hostile + "[1]");
        message.Entities.Select(e => e.Type).Distinct().ShouldBe(["expandable_blockquote", "bold"]);
    }

    [Fact]
    public async Task Buttons_open_paragraphs_vote_and_ask_on()
    {
        var message = await ShownAsync(SampleAnswers.Figure);

        message.Buttons.Select(b => b.Text).ShouldBe(["[1] 第2段", "[2] 第5段", "[3] 第11段", "👍", "👎", .. SampleAnswers.Figure.FollowUps]);
        ButtonPress.Parse(message.Buttons[0].Effect).ShouldBe(new ButtonPress.OpenParagraph(ReportToken.Of(SampleAnswers.Figure.Citations[0].Report), 2));
        ButtonPress.Parse(message.Buttons[4].Effect).ShouldBe(new ButtonPress.Vote("figure", IsUp: false));
        var pressed = ButtonPress.Parse(message.Buttons[^1].Effect).ShouldBeOfType<ButtonPress.FollowUp>();
        AnswerKeyboard.LabelOf(Renderer.Answer(SampleAnswers.Figure, ChatLanguage.Chinese).Keyboard, pressed.ToString()).ShouldBe(SampleAnswers.Figure.FollowUps[1]);
    }

    [Fact]
    public async Task Paragraphs_open_on_the_page_too_when_it_can_be_reached()
    {
        var message = await ShownAsync(SampleAnswers.Figure, renderer: RendererAt("https://bot.example.cn/policy"));

        message.Buttons.Where(b => b.Text.EndsWith('↗')).Select(b => b.Effect).ShouldBe(SampleAnswers.Figure.Citations.Select(c =>
            $"https://bot.example.cn/policy/reports/{Uri.EscapeDataString(c.Report.Value)}#p{c.Paragraph}"));
    }

    [Fact]
    public async Task Whole_paragraph_is_shown_under_its_place()
    {
        var cited = SampleAnswers.Figure.Citations[2];

        var messages = await SendAsync(Renderer.Paragraph(cited.Report, cited.Title, cited.Section, cited.Paragraph, cited.Text, ChatLanguage.Chinese));

        messages.ShouldHaveSingleItem().Text.ShouldBe($"{cited.Title} › {cited.Section} › 第11段\n{cited.Text}");
    }

    [Fact]
    public void Long_answer_ends_its_messages_at_sentences_and_bears_its_buttons_last()
    {
        var sentence = "全市新认定高新技术企业416家[1]，列全省第二位。";
        var text = string.Concat(Enumerable.Repeat(sentence, 400));

        var rendered = Renderer.Answer(SampleAnswers.Figure with { Text = text }, ChatLanguage.Chinese);

        rendered.Messages.Length.ShouldBe(3);
        rendered.Messages.SkipLast(1).ShouldAllBe(message => message.Plain.EndsWith('。') && message.Plain.Length > 4096 - sentence.Length);
        rendered.IsCutShort.ShouldBeFalse();
    }

    [Fact]
    public void Answer_beyond_all_measure_shortens_its_quotations_then_its_text_and_says_so()
    {
        var long1 = SampleAnswers.Figure with
        {
            Citations = [.. Enumerable.Range(1, 40).Select(n => SampleAnswers.Figure.Citations[0] with { Number = n, Paragraph = n, Quote = new string('长', 2000) })],
        };
        var long2 = SampleAnswers.Figure with { Text = string.Concat(Enumerable.Repeat("这是一个句子。", 9000)) };

        var shortened = Renderer.Answer(long1, ChatLanguage.Chinese);
        var cut = Renderer.Answer(long2, ChatLanguage.Chinese);

        shortened.Messages.Length.ShouldBeLessThanOrEqualTo(TelegramRenderer.MostMessages);
        shortened.ShouldSatisfyAllConditions(s => s.IsCutShort.ShouldBeFalse(), s => s.Messages[^1].Plain.ShouldContain("[40]"));
        cut.Messages.Length.ShouldBe(TelegramRenderer.MostMessages);
        cut.ShouldSatisfyAllConditions(c => c.IsCutShort.ShouldBeTrue(), c => c.Messages[^1].Plain.ShouldContain("余下内容"));
    }

    [Fact]
    public void Answer_that_is_cut_short_shows_no_figure_without_its_quotation_and_leads_to_the_page()
    {
        var lines = Enumerable.Range(1, 900).Select(n => $"第{n}个县投入{n}.5亿元，占比重{n % 90}.25%[{n}]，列入计划。");
        var answer = SampleAnswers.Figure with
        {
            Text = string.Join("\n", lines),
            Citations = [.. Enumerable.Range(1, 900).Select(n => SampleAnswers.Figure.Citations[0] with { Number = n, Paragraph = n, Quote = $"{new string('长', 100)}，投入{n}.5亿元，占比重{n % 90}.25%。" })],
        };

        var rendered = RendererAt("https://bot.example.cn").Answer(answer, ChatLanguage.Chinese);

        rendered.IsCutShort.ShouldBeTrue();
        rendered.Messages.Length.ShouldBe(TelegramRenderer.MostMessages);
        var text = string.Join('\n', rendered.Messages.Select(m => m.Plain));
        var shown = ShownFigure().Matches(text[..text.IndexOf("……余下内容", StringComparison.Ordinal)]);
        shown.Count.ShouldBeGreaterThan(50);
        shown.ShouldAllBe(m => m.Groups["marker"].Success && text.Contains($"占比重{m.Groups["share"].Value}%。"));
        rendered.Keyboard!.InlineKeyboard.SelectMany(row => row).ShouldContain(b => b.Url == "https://bot.example.cn/");
    }

    [Fact]
    public void Table_that_is_cut_short_ends_with_a_whole_row()
    {
        var rows = Enumerable.Range(1, 2500).Select(n => $"| 第{n}县 | {n}.5亿元[1] |");
        var answer = SampleAnswers.Figure with { Text = "| 地区 | 投入 |\n|---|---|\n" + string.Join("\n", rows) };

        var rendered = Renderer.Answer(answer, ChatLanguage.Chinese);

        rendered.IsCutShort.ShouldBeTrue();
        var shown = Rows(rendered.Messages).ToList();
        shown.ShouldNotBeEmpty();
        shown.ShouldAllBe(row => row.StartsWith("地区") || row.EndsWith("亿元[1]"));
        rendered.Messages[^1].Plain.ShouldContain("余下内容");
    }

    [Fact]
    public void Any_answer_becomes_messages_that_Telegram_takes_and_that_lose_nothing() => Prop.ForAll(
        Answers().ToArbitrary(),
        answer =>
        {
            var rendered = Renderer.Answer(answer, ChatLanguage.Chinese);
            rendered.IsCutShort.ShouldBeFalse();
            rendered.Messages.ShouldAllBe(m => m.Plain.Length >= 1 && m.Plain.Length <= 4096 && Encoding.UTF8.GetByteCount(m.Html) <= 32_768);
            foreach (var message in rendered.Messages)
            {
                // What is visible of the markup is the plain text, and every tag is closed within its message.
                LoopbackTelegram.Visible(message.Html).ShouldBe(message.Plain);
                Opened(message.Html).ShouldBe(Closed(message.Html));
            }
            var visible = string.Concat(rendered.Messages.Select(m => m.Plain));
            Packed(visible).ShouldBe(Packed(string.Concat(AnswerBlocks.Of(answer, ChatLanguage.Chinese).Select(block => block.Visible))));
            Rows(rendered.Messages).ShouldBe(AnswerBlocks.Of(answer, ChatLanguage.Chinese).OfType<ChatBlock.Preformatted>().SelectMany(table => table.Rows));
        }).QuickCheckThrowOnFailure();

    private static List<string> Opened(string html) => [.. Tag().Matches(html).Where(m => m.Value[1] != '/').Select(m => m.Groups[1].Value).Order()];

    private static List<string> Closed(string html) => [.. Tag().Matches(html).Where(m => m.Value[1] == '/').Select(m => m.Groups[1].Value).Order()];

    // As they stand in the markup: a row that was cut would be two.
    private static IEnumerable<string> Rows(ImmutableArray<RenderedMessage> messages) =>
        messages.SelectMany(m => Table().Matches(m.Html)).SelectMany(m => LoopbackTelegram.Visible(m.Groups[1].Value, isTrimmed: false).Split('\n'));

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Gen<Answer> Answers()
    {
        string[] parts =
        [
            "绍兴市研发费用139.69亿元[1]，增长45.8%。", "<b>&amp;</b> <script>", "\n\n", "\n- 项目一416家[2]", "👨‍👩‍👧‍👦", "The plan. ", "&lt;&gt;\"'", "a_b*c`",
            "\n\n| 指标 | 数值 |\n|---|---|\n| 高企<br> | 416家[1] |\n| R&D | 2.3%[2] |\n\n", "长句没有停顿" + new string('字', 600) + "128家[1]。",
        ];
        var texts = from length in Gen.Choose(1, 40) from drawn in Gen.ArrayOf(Gen.Elements(parts), length) select "答：" + string.Concat(drawn);
        var quotes = from length in Gen.Choose(1, 6) from drawn in Gen.ArrayOf(Gen.Elements(parts.Where(p => !p.Contains('|'))), length) select "引" + string.Concat(drawn).Trim();
        return from text in texts
               from count in Gen.Choose(0, 9)
               from cited in Gen.ArrayOf(quotes, count)
               select SampleAnswers.Trend with
               {
                   Text = text,
                   Citations = [.. cited.Take(3).Select((quote, i) => SampleAnswers.Trend.Citations[0] with { Number = i + 1, Paragraph = i + 1, Quote = quote })],
               };
    }

    private static async Task<LoopbackMessage> ShownAsync(Answer answer, ChatLanguage language = ChatLanguage.Chinese, TelegramRenderer? renderer = null) =>
        (await SendAsync((renderer ?? Renderer).Answer(answer, language))).ShouldHaveSingleItem();

    private static async Task<List<LoopbackMessage>> SendAsync(RenderedAnswer rendered)
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);
        await new AnswerDelivery(client, Microsoft.Extensions.Logging.Abstractions.NullLogger<AnswerDelivery>.Instance)
            .DeliverAsync(rendered, new(Person, IsPrivate: true), null, 0, (_, _, _) => Task.CompletedTask, CancellationToken.None);
        return [.. chat.OfBot];
    }

    private static TelegramRenderer RendererAt(string? page) => new(new ReportLinks(Options.Create(new WebOptions { PublicUrl = page })));

    [GeneratedRegex(@"第\d+个县投入(?<figure>[\d.]+)亿元，(?:占比重(?<share>[\d.]+)%(?<marker>\[\d+\])?)?")]
    private static partial Regex ShownFigure();

    [GeneratedRegex(@"</?(\w+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<pre>(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Table();
}
