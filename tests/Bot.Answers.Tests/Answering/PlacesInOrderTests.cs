namespace Bot.Answers.Tests.Answering;

/// <summary>Questions over several places, and over the country, which no report speaks for.</summary>
public sealed class PlacesInOrderTests
{
    private static readonly string[] Reports =
    [
        "赣州市科技局2022年工作总结\n\n一、主要工作\n2022年，高新技术企业总数达到1240家。专利授权量9100件，增长7.5%，位居全国地级市第五。\n",
        "九江市科技局2022年工作总结\n\n一、主要工作\n2022年，高新技术企业总数达到860家。技术合同成交额95.2亿元，比上年增长18.6%。\n",
        "九江市科技局2021年工作总结\n\n一、主要工作\n2021年，高新技术企业总数达到705家。技术合同成交额80.3亿元，比上年增长25.1%。\n",
    ];

    [Theory]
    [InlineData("赣州和九江2022年哪个市高新技术企业多？")]
    [InlineData("各市2022年高新技术企业总数排名")]
    public async Task Places_are_set_side_by_side_whichever_way_it_is_asked(string question)
    {
        using var shelf = await ReportShelf.OfAsync(Reports);

        var answer = await shelf.AskAsync(question);

        answer.Text.ShouldContain("1240家");
        answer.Text.ShouldContain("860家");
    }

    [Fact]
    public async Task Country_has_no_figure_where_a_report_only_names_it_in_a_rank()
    {
        using var shelf = await ReportShelf.OfAsync(Reports);

        var answer = await shelf.AskAsync("全国2022年专利授权量多少件");

        answer.ShouldBeOfType<Answer.Refused>();
    }

    [Fact]
    public async Task Growth_against_the_year_before_is_the_stated_one()
    {
        using var shelf = await ReportShelf.OfAsync(Reports);

        var answer = await shelf.AskAsync("九江市2022年技术合同成交额比2021年增长了百分之几");

        answer.Text.ShouldContain("18.6%");
        answer.Computed.ShouldNotContain(c => c.Value == 6.5m);
    }
}
