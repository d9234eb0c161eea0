namespace Bot.Corpus.Tests;

public sealed class LabelledLinesTests
{
    private const string Body = "\n全市新认定高新技术企业88家，净增60家，总数达500家。\n";

    [Fact]
    public async Task Head_block_becomes_fields_and_what_states_them_stays_citable()
    {
        var document = await Read.TextAsync("""
            索 引 号: 1133/2021-60628文件编号: 发布机构: 县科技局
            生成日期: 2021-07-27主题分类: 组配分类: 发展规划
            发文字号：新科〔2021〕12号 公开方式: 主动公开
            """ + Body);

        document.Fields.ShouldBe(new HeadFields("1133/2021-60628", "县科技局", new DateOnly(2021, 7, 27), "新科〔2021〕12号", null, null));
        document.Fields().ShouldBe(["发布机构: 县科技局", "生成日期: 2021-07-27", "发文字号：新科〔2021〕12号"]);
        document.Texts().ShouldHaveSingleItem().ShouldStartWith("全市");
    }

    [Theory]
    [InlineData("发布日期:2020-02-06 16:27 浏览次数: 字体:[ ]", "发布日期:2020-02-06 16:27")]
    [InlineData("※发布时间:2017-10-12 13:15:23   ※发布作者:admin   ※出自何处: ", "发布时间:2017-10-12 13:15:23")]
    [InlineData("【发布时间：2020年2月6日】【浏览次数：12】", "发布时间：2020年2月6日")]
    [InlineData("2020-02-06 16:27  浏览：88", "2020-02-06 16:27")]
    [InlineData("时间分类：计划 发布时间：2020/2/6 责任编辑：张三", "发布时间：2020/2/6")]
    public async Task Day_of_publication_is_kept_without_the_furniture_beside_it(string line, string kept)
    {
        var document = await Read.TextAsync("某市工作总结\n" + line + Body);

        document.Fields().ShouldContain(kept);
        document.Fields.PublicationDate.ShouldNotBeNull();
        document.Lines.ShouldNotContain(l => l.Text.Contains("浏览") || l.Text.Contains("张三"));
    }

    [Fact]
    public async Task Day_of_publication_goes_before_days_that_stand_near_it()
    {
        var document = await Read.TextAsync("成文日期：2020-01-20\n发布日期：2020-02-06\n更新时间：2021-05-01" + Body);

        document.Fields.PublicationDate.ShouldBe(new DateOnly(2020, 2, 6));
        document.Fields().Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("信息来源：市科技局", "市科技局")]
    [InlineData("来源：某某市人民政府办公室", "某某市人民政府办公室")]
    [InlineData("来源：某某新闻网", null)]
    [InlineData("作者：habao", null)]
    [InlineData("作者：李四", null)]
    [InlineData("发布机构：****", null)]
    public async Task Source_counts_as_issuer_only_when_it_names_an_office(string line, string? issuer)
    {
        var document = await Read.TextAsync("某市工作总结\n" + line + Body);

        document.Fields.Issuer.ShouldBe(issuer);
    }

    [Fact]
    public async Task Document_number_on_its_own_line_is_a_field()
    {
        var document = await Read.TextAsync("某市人民政府关于支持科技创新的若干意见\n某政发〔2020〕15号" + Body);

        document.Fields.DocumentNumber.ShouldBe("某政发〔2020〕15号");
        document.Fields().ShouldBe(["某政发〔2020〕15号"]);
    }

    [Theory]
    [InlineData("责任单位：市科技局、市财政局")]
    [InlineData("主要目标:力争全社会研发投入占比达3.6%,高新技术产业投资增长15%。")]
    [InlineData("有效期：三年")]
    [InlineData("分类：按照企业规模分类施策，大型企业侧重平台建设，中小企业侧重梯度培育，微型企业侧重孵化服务，分别制定培育方案和支持政策。")]
    [InlineData("来源：财政拨款")]
    public async Task Words_of_the_body_stay_between_its_sentences(string line)
    {
        var document = await Read.TextAsync("某市工作总结" + Body + line + Body.Replace("88", "99"));

        document.Texts().ShouldContain(line);
    }

    [Fact]
    public async Task Body_on_the_same_line_as_the_furniture_stays()
    {
        var document = await Read.TextAsync("发布时间：2021-07-27 浏览次数：12 2021年全市新认定高新技术企业88家，净增60家。\n增速位居全省第三，比上年提高2位。");

        document.Fields().ShouldBe(["发布时间：2021-07-27"]);
        document.Texts()[0].ShouldBe("2021年全市新认定高新技术企业88家，净增60家。");
    }

    [Fact]
    public async Task Title_named_in_the_head_block_is_kept_once()
    {
        var document = await Read.TextAsync("名称分类：总结 信息名称：某市2022年科技工作总结\n某市2022年科技工作总结" + Body);

        document.Texts().Count(t => t == "某市2022年科技工作总结").ShouldBe(1);
    }
}
