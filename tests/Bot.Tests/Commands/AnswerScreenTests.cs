using Bot.Answers;
using Bot.Commands;
using Bot.Corpus;

namespace Bot.Tests.Commands;

public sealed class AnswerScreenTests
{
    private static readonly Answer s_answer = new Answer.Answered(
        "1",
        "两年合计12家[1]。\n\n| 年份 | 数量 |\n|---|---|\n| 2019 | 5家[1] |\n| 2020 | 7家[1] |",
        AnswerMode.Extractive,
        [new Citation(1, new ReportId("甲"), "甲报告", "甲市", 7, "一、工作", "2019年5家，2020年7家。", "2019年5家，2020年7家。")],
        [],
        [],
        []);

    [Fact]
    public void Screen_shows_markers_as_they_are_the_table_and_a_panel_per_citation()
    {
        using var output = new StringWriter();
        var screen = new BotConsole(output, TextWriter.Null, IsTerminal: true).CreateScreen();
        screen.Profile.Width = 60;

        AnswerScreen.Write(s_answer, screen);

        var text = output.ToString();
        text.ShouldContain("两年合计12家[1]。");
        text.ShouldContain("│ 2019 │ 5家[1] │");
        text.ShouldNotContain("---|");
        text.ShouldContain("[1] 甲报告 › 一、工作 › 第7段");
        text.ShouldContain("│ 2019年5家，2020年7家。");
    }

    [Fact]
    public void Screen_draws_a_chart_as_bars()
    {
        using var output = new StringWriter();
        var screen = new BotConsole(output, TextWriter.Null, IsTerminal: true).CreateScreen();
        screen.Profile.Width = 60;
        var points = new[] { (2019, 5m), (2020, 7m) }
            .Select(p => new ChartPoint($"{p.Item1}年", Period.OfYear(p.Item1), p.Item2, $"{p.Item2}家", FigureStatus.Achieved, 1));

        AnswerScreen.Write(s_answer with { Chart = new Chart("甲市 高企", "家", [new ChartSeries("甲市", [.. points])]) }, screen);

        output.ToString().ShouldContain("甲市 高企（家）");
        output.ToString().ShouldMatch("2020年 █+ 7家");
    }

    [Fact]
    public void Lines_show_the_answer_as_written_and_place_and_quote_of_every_citation()
    {
        using var output = new StringWriter();

        AnswerLines.Write(s_answer, output);

        output.ToString().ReplaceLineEndings("\n").ShouldBe(
            s_answer.Text + "\n\n[1] 甲报告 › 一、工作 › 第7段\n    2019年5家，2020年7家。\n");
    }
}
