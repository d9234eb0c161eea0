namespace Bot.Corpus.Tests;

public sealed class WordTests
{
    [Fact]
    public async Task Headings_are_told_by_their_style()
    {
        var bytes = WordFile.Of(body =>
        {
            body.Line("某市科技局2022年工作总结", "t");
            body.Line("一、主要工作", "a1");
            body.Line("（一）平台建设", "own");
            body.Line("全年新建省级平台3家，完成投资2.5亿元。");
        });

        var document = await Read.BytesAsync(bytes, "report.docx");

        document.Lines.Select(l => (l.Text, l.Kind, l.HeadingLevel)).ShouldBe(
        [
            ("某市科技局2022年工作总结", CleanLineKind.Heading, 1),
            ("一、主要工作", CleanLineKind.Heading, 1),
            ("（一）平台建设", CleanLineKind.Heading, 2),
            ("全年新建省级平台3家，完成投资2.5亿元。", CleanLineKind.Text, 0),
        ]);
        document.Fields.PageTitle.ShouldBe("某市科技局2022年工作总结");
    }

    [Fact]
    public async Task Numbers_that_Word_draws_are_part_of_the_text()
    {
        var bytes = WordFile.Of(body =>
        {
            body.Line("主要工作", numberLevel: 0);
            body.Line("平台建设", numberLevel: 1);
            body.Line("新建实验室3家。", numberLevel: 2);
            body.Line("新建中心2家。", numberLevel: 2);
            body.Line("人才引育", numberLevel: 1);
            body.Line("引进专家9名。", numberLevel: 2);
            body.Line("下步打算", numberLevel: 0);
            body.Line("没有编号的要点。", numberLevel: 3);
        });

        var document = await Read.BytesAsync(bytes, "report.docx");

        document.Texts().ShouldBe(["一、主要工作", "（一）平台建设", "1.新建实验室3家。", "2.新建中心2家。", "（二）人才引育", "1.引进专家9名。", "二、下步打算", "没有编号的要点。"]);
    }

    [Fact]
    public async Task Table_rows_repeat_the_names_of_their_columns()
    {
        var bytes = WordFile.Of(body =>
        {
            body.Line("各区县高新技术企业情况如下。");
            body.Table(["市区", "高企", "增长"], ["越城区", "416", "7.6%"], ["柯桥区", "379", "8.1%"]);
        });

        var document = await Read.BytesAsync(bytes, "report.docx");

        document.Lines.Where(l => l.Kind == CleanLineKind.TableRow).Select(l => l.Text)
            .ShouldBe(["市区：越城区 | 高企：416 | 增长：7.6%", "市区：柯桥区 | 高企：379 | 增长：8.1%"]);
    }
}
