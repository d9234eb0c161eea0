using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

/// <summary>What holds between measures: limits of them together, windows that are over, sides of a contract, what is asked next.</summary>
public sealed class SeveralMeasuresTests
{
    private static readonly DateOnly Today = PolicyPages.Today;

    [Fact]
    public void Limit_of_several_measures_together_is_applied_to_their_sum()
    {
        var result = Match("我们在绍兴，是高企，去年研发费用600万元", Capped(150).Item2);

        var cap = result.Caps.ShouldHaveSingleItem();
        cap.Sum.ShouldBe(1_800_000);
        cap.Given.ShouldBe(1_500_000);
        Told(result).ShouldContain("合计120万元+60万元=180万元；按“单户企业每年合计不超过150万元”");
    }

    [Fact]
    public void Limit_that_the_sum_does_not_reach_is_said_to_hold()
    {
        var result = Match("我们在绍兴，是高企，去年研发费用600万元", Capped(500).Item2);

        result.Caps.ShouldHaveSingleItem().Given.ShouldBe(1_800_000);
        Told(result).ShouldContain("合计120万元+60万元=180万元，未超过上限");
    }

    [Fact]
    public void Measure_whose_window_is_over_says_so_and_comes_behind()
    {
        var pages = new PolicyPages("绍兴市", "甲奖励：奖励20万元，于2026年3月1日至2026年4月15日申报。", "乙奖励：奖励10万元。");
        var period = "2026年3月1日至2026年4月15日";
        var closed = Applied(pages.Measure("甲奖励", amounts: [pages.Sum("20万元", 20)]), new DateOnly(2026, 4, 15), pages.Words(period));

        var result = Match("我们在绍兴", [closed, pages.Measure("乙奖励", amounts: [pages.Sum("10万元", 10)])]);

        result.Offered.Select(m => m.Measure.Name).ShouldBe(["乙奖励", "甲奖励"]);
        result.Offered[1].IsClosed.ShouldBeTrue();
        Told(result).ShouldContain("本轮申报已于2026年4月15日截止[");
    }

    [Fact]
    public void Measure_is_open_on_the_last_day_of_its_window()
    {
        var pages = new PolicyPages("绍兴市", "甲奖励：奖励20万元，于2026年6月1日前申报。");

        var result = Match("我们在绍兴", [Applied(pages.Measure("甲奖励"), Today, pages.Words("2026年6月1日前"))]);

        result.Offered.ShouldHaveSingleItem().IsClosed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("我们在绍兴，去年从湖南大学受让了一项专利，合同500万元", 0)]
    [InlineData("我们在绍兴，去年把一项专利技术转让给一家公司，合同500万元", 1)]
    [InlineData("我们在绍兴，技术合同500万元", 1)]
    public void Reward_of_the_seller_is_not_for_the_buyer(string told, int offered)
    {
        var pages = new PolicyPages("绍兴市", "技术合同奖励：对技术输出方按技术合同成交额的1%奖励。");

        var result = Match(told, [pages.Measure("技术合同奖励", [pages.Rate("1%", 1, AmountBaseKind.ContractValue, "技术合同成交额")], beneficiary: "技术输出方")]);

        result.Offered.Length.ShouldBe(offered);
    }

    [Fact]
    public void Who_looks_for_no_listing_is_not_asked_for_it()
    {
        var pages = new PolicyPages("绍兴市", "上市奖励：对上市企业奖励300万元。");
        var listing = pages.Measure("上市奖励", conditions: [pages.Named(ConditionKind.Recognition, "上市", "上市")]);

        Match("我们在绍兴", [listing]).Next.ShouldBeEmpty();
        Match("我们在绍兴，想了解上市挂牌的奖励", [listing]).Next.ShouldHaveSingleItem().Fact.Name.ShouldBe("上市");
    }

    [Theory]
    [InlineData("我们在绍兴，去德国参加了展会，展位费10万元", 70_000)]
    [InlineData("我们在绍兴，去上海参加了展会，展位费10万元", 50_000)]
    [InlineData("我们在绍兴，参加了展会，展位费10万元", null)]
    public void Case_of_abroad_or_at_home_goes_by_where_it_was_told_to_be(string told, int? expected)
    {
        var pages = new PolicyPages("绍兴市", "展会补贴：企业参加展会的，国内展会按展位费的50%补贴，境外展会按展位费的70%补贴。");
        var measure = pages.Measure(
            "展会补贴",
            [pages.Rate("50%", 50, AmountBaseKind.Other, "展位费"), pages.Rate("70%", 70, AmountBaseKind.Other, "展位费", branch: 2)],
            [new MeasureCondition(1, ConditionKind.Other, pages.At("参加展会"))]);

        Match(told, [measure]).Offered.ShouldHaveSingleItem().Gain?.Value.ShouldBe(expected ?? 0);
    }

    private static (PolicyPages, ImmutableArray<FoundMeasure>) Capped(int most)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用的10%补助。", "投入奖励：对高新技术企业按研发费用的20%奖励。", $"单户企业每年合计不超过{most}万元。");
        var cap = pages.Measured(ConditionKind.Other, $"单户企业每年合计不超过{most}万元", ConditionOperator.AtMost, most, "万元") with { IsGeneral = true };
        return (pages, [
            pages.Measure("研发补助", [pages.Rate("10%", 10, AmountBaseKind.RdSpending, "研发费用")], [cap]),
            pages.Measure("投入奖励", [pages.Rate("20%", 20, AmountBaseKind.RdSpending, "研发费用")], [pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业"), cap]),
        ]);
    }

    private static FoundMeasure Applied(FoundMeasure found, DateOnly closes, Bot.Corpus.Wording period) =>
        found with { Measure = found.Measure with { Application = new MeasureApplication(null, closes, period, null, null) } };

    private static MatchResult Match(string told, ImmutableArray<FoundMeasure> measures) => new MeasureMatching().Match(new ProfileReader().Read(told, Today), measures, Today);

    private static string Told(MatchResult result) => Matchmaker.Tell(result, english: false).ShouldBeOfType<Answer.Answered>().Text;
}
