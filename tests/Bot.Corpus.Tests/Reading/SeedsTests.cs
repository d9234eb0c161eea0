namespace Bot.Corpus.Tests;

/// <summary>The five reports end to end: the page is gone, every sentence is there.</summary>
public sealed class SeedsTests
{
    private static readonly string[] Furniture =
    [
        "索引号", "浏览次数", "字体", "分享:", "公开方式", "主题分类", "联系人", "电话", "@", "标签", "觉得有用", "关注我们", "相关推荐", "查看详情",
        "热门搜索", "网站首页", "habao", "相关阅读", "没有资料", "||", "打印本页", "关闭窗口", ".png", "郝工", "68960698",
    ];

    public static TheoryData<string, string, int> Bodies => new()
    {
        { "000", "发放创新券4686万元,使用1866万元", 16 },
        { "000", "(六)实施创新生态环境提升行动。", 16 },
        { "001", "(四)实施六大工程", 15 },
        { "001", "确保财政科技投入年均增长15%以上", 15 },
        { "002", "杭州市科学技术委员会2015年工作总结和2016年工作思", 16 },
        { "002", "推荐认定省企业研究院10家", 16 },
        { "003", "推荐办理专利保险20单以上。", 60 },
        { "003", "获得省创新型领军企业推荐(全南通3家)", 60 },
        { "004", "嘉兴市科技局2024年工作总结和2025年工作计划", 23 },
        { "004", "构建常态化的项目推荐、人才对接机制", 23 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_is_there_and_the_page_is_gone(string seed, string sentence, int lines)
    {
        var document = await new DocumentReader().ReadAsync(ReportFolder.Seed(seed), CancellationToken.None);

        document.Texts().ShouldContain(t => t.Contains(sentence, StringComparison.Ordinal));
        document.Lines.Length.ShouldBe(lines);
        document.Warnings.ShouldBeEmpty();
        document.Texts().ShouldNotContain("业主");
        foreach (var word in Furniture)
            document.Lines.Concat(document.FieldLines).ShouldNotContain(l => l.Text.Contains(word, StringComparison.Ordinal), word);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Every_sentencesline_of_the_source_is_verbatim(string seed)
    {
        var path = ReportFolder.Seed(seed);

        var document = await new DocumentReader().ReadAsync(path, CancellationToken.None);

        var sentences = (await File.ReadAllLinesAsync(path)).Where(l => l.Contains('。', StringComparison.Ordinal)).Select(l => l.Trim());
        document.Texts().Where(t => t.Contains('。', StringComparison.Ordinal)).ShouldBe(sentences);
    }

    [Fact]
    public async Task Fields_are_read_from_the_pages()
    {
        var first = await new DocumentReader().ReadAsync(ReportFolder.Seed("000"), CancellationToken.None);
        var second = await new DocumentReader().ReadAsync(ReportFolder.Seed("001"), CancellationToken.None);
        var third = await new DocumentReader().ReadAsync(ReportFolder.Seed("002"), CancellationToken.None);

        first.Fields.ShouldBe(new HeadFields("113306000025770653/-00000", "市科技局", new DateOnly(2020, 2, 6), null, null, null));
        second.Fields.ShouldBe(new HeadFields("****************9H/2021-60628", "县科技局", new DateOnly(2021, 7, 27), null, null, null));
        third.Fields.ShouldBe(HeadFields.None with { PublicationDate = new DateOnly(2017, 10, 12) });
        first.Fields().ShouldBe(["发布日期:2020-02-06 16:27", "信息来源:市科技局"]);
    }
}
