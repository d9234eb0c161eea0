namespace Bot.Corpus.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public async Task Headings_lists_and_tables_are_read_without_their_markup()
    {
        const string text = """
            # 某市2023年科技工作总结

            ## 一、主要成效

            全年**新认定**高新技术企业88家，详见[通报](http://example.org/a)。

            1. 建设平台3家。
            2. 引进团队5个。

            - 发放创新券300万元。

            | 区县 | 高企 |
            |------|------|
            | 东区 | 40 |
            | 西区 | 48 |
            """;

        var document = await Read.TextAsync(text, "report.md");

        document.Lines.Select(l => (l.Number, l.Text, l.Kind, l.HeadingLevel)).ShouldBe(
        [
            (1, "某市2023年科技工作总结", CleanLineKind.Heading, 1),
            (3, "一、主要成效", CleanLineKind.Heading, 2),
            (5, "全年新认定高新技术企业88家，详见通报。", CleanLineKind.Text, 0),
            (7, "1.建设平台3家。", CleanLineKind.Text, 0),
            (8, "2.引进团队5个。", CleanLineKind.Text, 0),
            (10, "发放创新券300万元。", CleanLineKind.Text, 0),
            (14, "区县：东区 | 高企：40", CleanLineKind.TableRow, 0),
            (15, "区县：西区 | 高企：48", CleanLineKind.TableRow, 0),
        ]);
    }

    [Fact]
    public async Task Paragraphs_that_open_with_ideographic_spaces_are_text()
    {
        var document = await Read.TextAsync("\u3000\u3000全年新认定高新技术企业88家。\n\n\u3000\u3000增长7.6%，位居全省第三。", "report.md");

        document.Texts().ShouldBe(["全年新认定高新技术企业88家。", "增长7.6%，位居全省第三。"]);
    }
}
