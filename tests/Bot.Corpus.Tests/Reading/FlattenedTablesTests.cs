namespace Bot.Corpus.Tests;

public sealed class FlattenedTablesTests
{
    [Theory]
    [InlineData("\t")]
    [InlineData("    ")]
    [InlineData(" | ")]
    [InlineData("\u3000\u3000")]
    public async Task Columns_in_text_become_rows_that_name_them(string gap)
    {
        string[][] rows = [["市区", "高企", "增长"], ["绍兴", "416", "7.6%"], ["嘉兴", "379", "8.1%"]];
        var text = "各市情况如下，总体向好向上。\n" + string.Join("\n", rows.Select(r => string.Join(gap, r))) + "\n以上数据均为快报数，最终以年报为准。";

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe(["各市情况如下，总体向好向上。", "市区：绍兴 | 高企：416 | 增长：7.6%", "市区：嘉兴 | 高企：379 | 增长：8.1%", "以上数据均为快报数，最终以年报为准。"]);
        document.Lines[1].Kind.ShouldBe(CleanLineKind.TableRow);
    }

    [Theory]
    [InlineData("首页\t新闻\t公开\n服务\t互动\t数据\n专题\t搜索\t登录")]
    [InlineData("一、总体要求    二、目标任务\n三、重点工作    四、保障措施\n五、组织领导    六、监督考核")]
    [InlineData("全市新认定高企88家。  净增60家。\n技术交易额45亿元。  增长7.6%。\n新增平台3家。  引进团队5个。")]
    public async Task Other_lines_with_gaps_are_no_table(string text)
    {
        var document = await Read.TextAsync("各项工作取得明显成效，总体向好向上。\n" + text);

        document.Lines.ShouldAllBe(l => l.Kind == CleanLineKind.Text);
    }

    [Fact]
    public async Task Columns_parted_by_single_spaces_become_rows_when_header_and_numbers_show_a_table()
    {
        const string text = """
            到2027年，主要指标如下，各项工作稳步推进。
            表2 主要指标
            序号 指标 单位 2022年实际值 2027年目标值 属性
            1 技术合同成交额 亿元 45.2 90 预期性
            2 高新技术企业数 家 310 620 预期性
            3 研发经费投入强度 % 2.1 2.8 约束性
            各地要抓好落实，确保完成任务。
            """;

        var document = await Read.TextAsync(text);

        document.Lines.Where(l => l.Kind == CleanLineKind.TableRow).Select(l => l.Text).First()
            .ShouldBe("序号：1 | 指标：技术合同成交额 | 单位：亿元 | 2022年实际值：45.2 | 2027年目标值：90 | 属性：预期性");
        document.Lines.Count(l => l.Kind == CleanLineKind.TableRow).ShouldBe(3);
        document.Texts()[^1].ShouldBe("各地要抓好落实，确保完成任务。");
    }

    [Theory]
    [InlineData("1 张三 科长\n2 李四 科员\n3 王五 科员")]
    [InlineData("科技创新 产业创新 制度创新\n人才强市 质量强市 品牌强市\n绿色发展 开放发展 共享发展")]
    [InlineData("会议于 3月 召开\n培训于 5月 举办\n检查于 6月 结束")]
    public async Task Lines_with_single_spaces_but_without_a_column_of_numbers_are_no_table(string text)
    {
        var document = await Read.TextAsync("各项工作取得明显成效，总体向好向上。\n" + text);

        document.Lines.ShouldAllBe(l => l.Kind == CleanLineKind.Text);
    }
}
