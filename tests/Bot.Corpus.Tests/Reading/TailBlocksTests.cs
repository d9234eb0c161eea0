namespace Bot.Corpus.Tests;

public sealed class TailBlocksTests
{
    private static readonly string Body = string.Join('\n', Enumerable.Range(1, 6).Select(i => $"{i}.全市新认定高新技术企业{i}家，净增若干家，研发投入占比稳步提高。"));

    [Theory]
    [InlineData("相关阅读\n某某公司中标公告\n另一市召开会议")]
    [InlineData("标签: 规划 创新\n招标\n业主\n-\n热门搜索")]
    [InlineData("推荐:\n\n• 没有资料")]
    [InlineData("上一篇：另一篇文章\n某公司简介")]
    [InlineData("联系人：张三\n电话：010-88888888\n招标采购平台")]
    [InlineData("相关推荐\n某公司今日发布新产品，引发市场关注...\n更多")]
    [InlineData("【某市工作总结】相关文章：\n1.某区教育局2018年工作总结\n2.学校工作总结")]
    [InlineData("猜你喜欢\n本月某地举行科技活动周启动仪式。")]
    public async Task What_stands_below_the_article_goes(string tail)
    {
        var document = await Read.TextAsync($"某市工作总结\n{Body}\n{tail}");

        document.Texts().Length.ShouldBe(7);
        document.Removed.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Body_resumes_after_a_marker_in_its_midst()
    {
        var document = await Read.TextAsync($"{Body}\n相关推荐\n某公司简介\n二、下步打算\n{Body.Replace("净增", "新增")}");

        document.Texts().Length.ShouldBe(13);
        document.Texts().ShouldContain("二、下步打算");
        document.Texts().ShouldNotContain("某公司简介");
    }

    [Fact]
    public async Task Attachments_and_signature_below_a_contact_line_stay()
    {
        var document = await Read.TextAsync($"{Body}\n联系人：张三，电话：0575-88888888\n附件：1.申报表\n某市科学技术局\n2020年3月1日\n主办单位：某某网");

        document.Texts()[^3..].ShouldBe(["附件：1.申报表", "某市科学技术局", "2020年3月1日"]);
    }

    [Theory]
    [InlineData("推荐办理专利保险20单以上。")]
    [InlineData("标签化管理")]
    [InlineData("相关阅读推广活动举办15场，参与群众超过3万人次。")]
    public void Words_within_a_line_are_no_marker(string line) => TailBlocks.IsMarker(line).ShouldBeFalse();
}
