using System.Collections.Immutable;
using Bot.Answers;

namespace Bot.Channels.Tests.Chat;

public sealed class AlignedTableTests
{
    [Fact]
    public void Columns_line_up_when_Chinese_and_Latin_characters_mix()
    {
        var table = Of("| 指标 | 临江市 | 青石县 |", "| 新认定高企 | 214家[1] | 31家[2] |", "| R&D占GDP比重 | 2.31%[3] | 1.94%[4] |");

        table.ShouldBe(new ChatBlock.Preformatted(
        [
            "指标          临江市    青石县",
            "新认定高企    214家[1]  31家[2]",
            "R&D占GDP比重  2.31%[3]  1.94%[4]",
        ]));
    }

    [Fact]
    public void What_all_rows_share_is_said_once_when_the_table_is_too_wide()
    {
        var table = Of(
            "| 地区与时间 | 指标 | 数值 | 性质 |",
            "| 绍兴市2019年1—11月 | 规上工业企业研发费用 | 139.69亿元[1] | 结果 |",
            "| 嘉兴市2019年 | 规上工业企业研发费用 | 180.2亿元[2] | 结果 |");

        table.ShouldBe(new ChatBlock.Preformatted(
        [
            "指标：规上工业企业研发费用；性质：结果",
            "地区与时间          数值",
            "绍兴市2019年1—11月  139.69亿元[1]",
            "嘉兴市2019年        180.2亿元[2]",
        ]));
    }

    [Fact]
    public void Table_that_no_phone_shows_in_one_line_becomes_a_list()
    {
        var table = Of(
            "| 地区与时间 | 指标 | 数值 | 性质 |",
            "| 绍兴市2019年1—11月 | 规上工业企业研发费用 | 139.69亿元[1] | 结果 |",
            "| 嘉兴市2019年 | 全社会研究与试验发展经费 | 180.2亿元[2] | 目标 |");

        table.ShouldBe(new ChatBlock.Prose(
            "• 绍兴市2019年1—11月\n   指标：规上工业企业研发费用\n   数值：139.69亿元[1]\n   性质：结果\n" +
            "• 嘉兴市2019年\n   指标：全社会研究与试验发展经费\n   数值：180.2亿元[2]\n   性质：目标"));
    }

    [Fact]
    public void No_row_is_wider_than_a_phone_and_every_cell_is_there()
    {
        foreach (var answer in new[] { SampleAnswers.Comparison, SampleAnswers.Trend, SampleAnswers.Malicious })
        {
            foreach (var table in NarrowMarkdown.Blocks(answer.Text).OfType<ChatBlock.Preformatted>())
                table.Rows.ShouldAllBe(row => TextChart.WidthOf(row) <= TextChart.Width);
            var visible = string.Join('\n', NarrowMarkdown.Blocks(answer.Text).Select(block => block.Visible));
            foreach (var cell in answer.Text.Split('\n').Where(line => line.StartsWith('|') && !line.Contains("---")).SelectMany(line => line.Trim('|').Split('|')))
                visible.ShouldContain(cell.Trim());
        }
    }

    private static ChatBlock Of(params string[] lines) =>
        NarrowMarkdown.Blocks(string.Join('\n', lines.Take(1).Append("|---|---|").Concat(lines.Skip(1)))).ShouldHaveSingleItem();
}
