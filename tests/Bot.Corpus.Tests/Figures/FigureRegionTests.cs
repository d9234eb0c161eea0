namespace Bot.Corpus.Tests.Figures;

/// <summary>Whose a figure is: a zone's, its city's, another place's that is only set beside it.</summary>
public sealed class FigureRegionTests
{
    [Theory]
    [InlineData("长沙高新技术产业开发区2022年工作总结", "长沙高新区", "长沙市")]
    [InlineData("长沙高新区2022年工作总结", "长沙高新区", "长沙市")]
    [InlineData("宁波市经济技术开发区2022年工作总结", "宁波经开区", "宁波市")]
    [InlineData("武汉东湖新技术开发区2022年工作总结", "武汉东湖高新区", "武汉市")]
    [InlineData("上海市浦东新区2022年工作总结", "浦东新区", "上海市")]
    [InlineData("佛山市顺德区2022年工作总结", "顺德区", "佛山市")]
    [InlineData("XX县2022年工作总结", "XX县", null)]
    public void Report_of_a_zone_speaks_for_the_zone_and_not_for_its_city(string title, string region, string? within)
    {
        var report = $"""
            {title}
            一、主要成效
            全区新增高新技术企业31家，举办了对接会。
            """;

        var metadata = Structure.Text.Structured(report).Metadata;

        (metadata.Region, metadata.WithinRegion).ShouldBe((region, within));
        Ledger.Figure(report, "31家").Region.ShouldBe(region);
    }

    [Theory]
    [InlineData("高新区高新技术产业增加值280亿元，增长9%。", "280亿元", "长沙高新区")]
    [InlineData("长沙高新区完成技术合同成交额280亿元。", "280亿元", "长沙高新区")]
    [InlineData("研发投入强度8.2%，是全省平均水平（2.4%）的3倍多。", "2.4%", "湖南省")]
    [InlineData("发明专利拥有量280件，低于全市平均水平310件。", "310件", "长沙市")]
    [InlineData("研发投入强度8.2%，低于深圳（8.9%）。", "8.9%", "深圳市")]
    [InlineData("全国同期研发投入强度为2.5%。", "2.5%", "全国")]
    public void Reader_tells_a_zones_figures_from_those_it_is_set_beside(string sentence, string number, string region)
    {
        var report = $"""
            长沙高新技术产业开发区2022年工作总结
            一、主要成效
            {sentence}
            """;

        Ledger.Figure(report, number).Region.ShouldBe(region);
    }

    [Theory]
    [InlineData("长沙高新区技术合同成交额178亿元，同比增长23%。", "23%", "长沙高新区")]
    [InlineData("望城区、浏阳市分别完成156亿元和131亿元。", "131亿元", "浏阳市")]
    [InlineData("高企最多的是岳麓区、雨花区，分别为410家、280家。", "280家", "雨花区")]
    [InlineData("年末全市有高新技术企业7020家。", "7020家", "长沙市")]
    [InlineData("望城区列入试点名单，新认定省级平台4家。", "4家", "长沙市")]
    [InlineData("企业研发人员平均为31人。", "31人", "长沙市")]
    [InlineData("企业利润率9.2%，高于行业平均水平（6.1%）。", "6.1%", "平均水平")]
    [InlineData("全国重点实验室达到12家。", "12家", "长沙市")]
    [InlineData("研发投入强度高于全省0.9个百分点。", "0.9个百分点", "长沙市")]
    [InlineData("高新技术企业7020家，居全省第一。", "第一", "长沙市")]
    public void Reader_tells_a_citys_figures_from_those_of_its_parts(string sentence, string number, string region)
    {
        var report = $"""
            长沙市科学技术局2022年工作总结
            一、主要成效
            {sentence}
            """;

        var figure = Ledger.Figure(report, number);

        (figure.Region, figure.Period).ShouldBe((region, Period.OfYear(2022)));
    }

    [Fact]
    public void Reader_never_lets_another_places_undated_value_answer_by_itself()
    {
        const string report = """
            长沙市科学技术局2022年工作总结
            一、主要成效
            基础研究占比5.6%，低于全国平均水平（6.6%）。
            """;

        var figure = Ledger.Figure(report, "6.6%");

        (figure.Region, figure.Doubt is null).ShouldBe(("全国", false));
    }
}
