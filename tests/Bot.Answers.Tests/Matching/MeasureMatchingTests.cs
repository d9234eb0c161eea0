using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

public sealed class MeasureMatchingTests
{
    private static readonly DateOnly Today = PolicyPages.Today;
    private static readonly ProfileReader Reader = new();
    private static readonly MeasureMatching Matching = new();

    [Theory]
    [InlineData("我们在绍兴市注册", true)]
    [InlineData("我们在绍兴市越城区注册", true)]
    [InlineData("我们在杭州市注册", false)]
    [InlineData("我们在浙江省注册", false)]
    public void Measure_holds_in_its_region_and_the_places_inside_it(string told, bool isOffered)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：给予补助。");

        Match(told, pages.Measure("研发补助")).Offered.Any().ShouldBe(isOffered);
    }

    [Theory]
    [InlineData("我们在绍兴市注册")]
    [InlineData("我们在株洲市注册")]
    public void Measure_of_the_whole_country_holds_everywhere(string told)
    {
        var pages = new PolicyPages("全国", "研发补助：给予补助。");

        Match(told, pages.Measure("研发补助")).Offered.ShouldHaveSingleItem();
    }

    [Fact]
    public void Measure_whose_region_is_not_known_holds_nowhere()
    {
        var known = new PolicyPages("绍兴市", "研发补助：给予补助。").Measure("研发补助");
        var measure = known with { Metadata = known.Metadata with { Region = null }, Measure = known.Measure with { Region = null } };

        Match("我们在绍兴市注册", measure).Offered.ShouldBeEmpty();
        Match("我们在绍兴市注册", measure with { Metadata = measure.Metadata with { Issuer = "科技部" } }).Offered.ShouldHaveSingleItem();
    }

    [Fact]
    public void Measure_won_for_the_first_time_is_not_met_by_another_standing()
    {
        var pages = new PolicyPages("绍兴市", "首次填报研发报表的企业，给予补助3万元。", "首次入选瞪羚企业的，给予奖励50万元。");
        var reported = pages.Measure("填报", conditions: [pages.Named(ConditionKind.FirstTime, "首次", "首次")]);
        var won = pages.Measure("入选瞪羚企业", conditions: [pages.Named(ConditionKind.FirstTime, "首次入选", "首次"), pages.Named(ConditionKind.Recognition, "瞪羚企业", "瞪羚企业")]);

        var result = Match("我们在绍兴市注册，今年首次认定为高企", reported, won);

        result.Offered.SelectMany(m => m.Conditions).ShouldAllBe(c => c.Verdict == ConditionVerdict.ToConfirm);
    }

    [Fact]
    public void Measures_of_the_province_hold_in_its_cities_and_those_of_a_district_are_asked_about()
    {
        var province = new PolicyPages("浙江省", "省级补助：给予补助。").Measure("省级补助");
        var district = new PolicyPages("越城区", "绍兴市", ["区级补助：给予补助。"]).Measure("区级补助");

        var result = Match("我们在绍兴市注册", province, district);

        result.Offered.Select(m => m.Measure.Name).ShouldBe(["省级补助"]);
        result.Next.ShouldContain(n => n.Fact.Fact == ProfileFact.District);
    }

    [Fact]
    public void Districts_of_one_name_are_told_apart_by_their_city_or_left_out()
    {
        var nanjing = new PolicyPages("鼓楼区", "南京市", ["区级补助：给予补助。"]).Measure("区级补助");
        var unknown = new PolicyPages("鼓楼区", "区级补助：给予补助。").Measure("区级补助");

        Match("我们在福州市鼓楼区注册", nanjing, unknown).Offered.ShouldBeEmpty();
        Match("我们在南京市鼓楼区注册", nanjing, unknown).Offered.ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_a_place_nothing_is_offered_and_the_place_is_asked_for()
    {
        var result = Match("我们是小微企业", new PolicyPages("绍兴市", "研发补助：给予补助。").Measure("研发补助"));

        result.Offered.ShouldBeEmpty();
        result.NeedsRegion.ShouldBeTrue();
        result.Next.ShouldHaveSingleItem().Fact.Fact.ShouldBe(ProfileFact.Region);
    }

    [Theory]
    [InlineData("2024-01-01", "2025-12-31", false)]
    [InlineData("2024-01-01", "2026-12-31", true)]
    [InlineData("2026-07-01", "2028-12-31", false)]
    public void Rule_is_offered_only_while_it_holds(string from, string to, bool isOffered)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：给予补助。")
        {
            Validity = new Validity(DateOnly.Parse(from, null), DateOnly.Parse(to, null), false, [], null),
        };

        Match("我们在绍兴注册", pages.Measure("研发补助")).Offered.Any().ShouldBe(isOffered);
    }

    [Fact]
    public void Repealed_rule_is_not_offered()
    {
        var measure = new PolicyPages("绍兴市", "研发补助：给予补助。").Measure("研发补助");

        Match("我们在绍兴注册", measure with { State = MeasureState.Repealed }).Offered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("我们在绍兴，是高企", MeasureFit.Fits)]
    [InlineData("我们在绍兴，是科技型中小企业，还不是高企", MeasureFit.Fits)]
    [InlineData("我们在绍兴，还不是高企", MeasureFit.MayFit)]
    public void Of_several_ways_to_meet_one_demand_one_is_enough(string told, MeasureFit expected)
    {
        var pages = new PolicyPages("绍兴市", "认定奖励：对高新技术企业，或入库的科技型中小企业给予奖励。");
        var reward = pages.Measure("认定奖励", conditions: [
            pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业") with { Either = 1 },
            pages.Named(ConditionKind.Recognition, "科技型中小企业", "科技型中小企业") with { Either = 1 },
        ]);

        Match(told, reward).Offered.ShouldHaveSingleItem().Fit.ShouldBe(expected);
    }

    [Fact]
    public void Planned_and_mentioned_measures_come_after_rules_and_say_what_they_are()
    {
        var pages = new PolicyPages("绍兴市", "拟设立补助。", "发放创新券。", "研发补助：给予补助。");

        var result = Match("我们在绍兴注册", pages.Measure("创新券", standing: MeasureStanding.Mentioned), pages.Measure("拟设立补助", standing: MeasureStanding.Planned), pages.Measure("研发补助"));

        result.Offered.Select(m => m.State).ShouldBe([MeasureState.InForce, MeasureState.Planned, MeasureState.OnlyMentioned]);
    }

    [Fact]
    public void What_is_looked_for_comes_first_then_what_is_met()
    {
        var pages = new PolicyPages("绍兴市", "房租补贴：给予补贴。", "贷款贴息：对高新技术企业给予贴息。", "信用贷款：对小微企业给予贷款。");
        var rent = pages.Measure("房租补贴", instrument: Instrument.Space);
        var interest = pages.Measure("贷款贴息", conditions: [pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业")], instrument: Instrument.LoanSubsidy);
        var loan = pages.Measure("信用贷款", conditions: [pages.Named(ConditionKind.Size, "小微企业", "小微企业")], instrument: Instrument.Loan);

        var result = Match("我们在绍兴注册，是小微企业，想贷款", rent, interest, loan);

        result.Offered.Select(m => m.Measure.Name).ShouldBe(["信用贷款", "贷款贴息", "房租补贴"]);
        result.Offered[0].Fit.ShouldBe(MeasureFit.Fits);
        result.Offered[1].Fit.ShouldBe(MeasureFit.MayFit);
    }

    [Fact]
    public void Measure_with_an_unmet_condition_is_a_near_miss_and_never_offered()
    {
        var pages = new PolicyPages("绍兴市", "认定奖励：对高新技术企业给予奖励。");
        var reward = pages.Measure("认定奖励", conditions: [pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业")]);

        var result = Match("我们在绍兴注册，还不是高企", reward);

        result.Offered.ShouldBeEmpty();
        result.NearMisses.ShouldHaveSingleItem().Count(ConditionVerdict.NotMet).ShouldBe(1);
    }

    [Fact]
    public void Measure_for_incubators_or_banks_is_no_near_miss_of_an_enterprise()
    {
        var pages = new PolicyPages("绍兴市", "孵化奖励：对科技企业孵化器给予奖励。", "风险补偿：对合作银行给予补偿。");
        var incubators = pages.Measure("孵化奖励", beneficiary: "科技企业孵化器");
        var banks = pages.Measure("风险补偿", beneficiary: "合作银行");

        Match("我们在绍兴注册", incubators, banks).ShouldSatisfyAllConditions(
            r => r.Offered.ShouldBeEmpty(),
            r => r.NearMisses.ShouldBeEmpty());
        Match("我们是孵化器，在绍兴注册", incubators, banks).Offered.ShouldHaveSingleItem().Measure.Name.ShouldBe("孵化奖励");
    }

    [Fact]
    public void Of_cases_that_exclude_each_other_the_one_that_was_told_applies()
    {
        var pages = new PolicyPages("绍兴市", "高新技术企业奖励：首次认定的奖励20万元，重新认定的奖励10万元。");
        var reward = pages.Measure(
            "高新技术企业奖励",
            [pages.Sum("奖励20万元", 20, branch: 1), pages.Sum("奖励10万元", 10, branch: 2)],
            [
                pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业"),
                pages.Named(ConditionKind.FirstTime, "首次认定", "首次") with { Branch = 1 },
                pages.Named(ConditionKind.FirstTime, "重新认定", "重新") with { Branch = 2 },
            ]);

        var renewed = Match("我们在绍兴注册，去年高企重新认定", reward).Offered.ShouldHaveSingleItem();
        renewed.Gain.ShouldNotBeNull().Value.ShouldBe(100_000);
        renewed.Amounts.ShouldHaveSingleItem().Value.ShouldBe(10);

        var open = Match("我们在绍兴注册，是高企", reward).Offered.ShouldHaveSingleItem();
        open.Gain.ShouldBeNull();
        open.Amounts.Length.ShouldBe(2);
    }

    [Fact]
    public void What_settles_most_is_asked_first()
    {
        var pages = new PolicyPages("绍兴市", "甲补助：对高新技术企业。", "乙补助：对高新技术企业。", "丙补助：成立不超过5年。");
        var held = pages.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业");
        var age = pages.Measured(ConditionKind.Age, "成立不超过5年", ConditionOperator.AtMost, 5, "年");

        var result = Match("我们在绍兴注册", pages.Measure("甲补助", conditions: [held]), pages.Measure("乙补助", conditions: [held]), pages.Measure("丙补助", conditions: [age]));

        result.Next[0].Fact.ShouldBe(new MissingFact(ProfileFact.Standing, "高新技术企业"));
        result.Next[0].Settles.ShouldBe(2);
    }

    private static MatchResult Match(string told, params FoundMeasure[] measures) => Matching.Match(Reader.Read(told, Today), measures, Today);
}
