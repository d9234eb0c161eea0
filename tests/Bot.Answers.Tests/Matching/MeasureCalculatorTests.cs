using System.Collections.Immutable;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Matching;

public sealed class MeasureCalculatorTests
{
    private static readonly DateOnly Today = PolicyPages.Today;
    private static readonly ProfileReader Reader = new();
    private static readonly MeasureMatching Matching = new();

    [Theory]
    [InlineData("我们在绍兴，检测费花了18万元", 72_000)]
    [InlineData("我们在绍兴，检测费花了30万元", 100_000)]
    public void Rate_is_taken_of_what_was_told_and_the_ceiling_applied(string told, int expected)
    {
        var pages = new PolicyPages("绍兴市", "检测补贴：按实际支付检测费用的40%给予补贴，最高10万元。");
        var measure = pages.Measure("检测补贴", [pages.Rate("按实际支付检测费用的40%", 40, AmountBaseKind.AmountPaid, "实际支付检测费用"), pages.Sum("最高10万元", 10, AmountKind.Ceiling)]);

        Gain(told, measure).Value.ShouldBe(expected);
    }

    [Fact]
    public void Ceiling_is_a_step_only_where_it_bites()
    {
        var pages = new PolicyPages("绍兴市", "检测补贴：按实际支付检测费用的40%给予补贴，最高10万元。");
        var measure = pages.Measure("检测补贴", [pages.Rate("按实际支付检测费用的40%", 40, AmountBaseKind.AmountPaid, "实际支付检测费用"), pages.Sum("最高10万元", 10, AmountKind.Ceiling)]);

        Gain("我们在绍兴，检测费花了18万元", measure).Steps.Select(s => s.Expression).ShouldBe(["18万元×40%=7.2万元"]);
        Gain("我们在绍兴，检测费花了30万元", measure).Steps.Select(s => s.Kind).ShouldBe([GainStepKind.Product, GainStepKind.Ceiling]);
    }

    [Theory]
    [InlineData("我们在绍兴，去年研发200万、今年260万", 60_000, "260万元−200万元=60万元")]
    [InlineData("我们在绍兴，前年研发200万、去年350万", 150_000, "350万元−200万元=150万元")]
    public void Increment_is_reckoned_over_the_year_before(string told, int expected, string increase)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按上年度研发费用增量部分的10%给予补助。");
        var measure = pages.Measure("研发补助", [pages.Rate("增量部分的10%", 10, AmountBaseKind.RdIncrement, "上年度研发费用增量部分")]);

        var gain = Gain(told, measure);

        gain.Value.ShouldBe(expected);
        gain.Steps[0].Expression.ShouldBe(increase);
    }

    [Theory]
    [InlineData("项目研发总投入")]
    [InlineData("非财政经费支持的研发支出")]
    [InlineData("委托研发费用")]
    public void Spending_of_the_whole_firm_is_not_taken_for_a_part_of_it(string part)
    {
        var pages = new PolicyPages("绍兴市", $"攻关资助：按{part}的30%给予资助。");
        var measure = pages.Measure("攻关资助", [pages.Rate($"{part}的30%", 30, AmountBaseKind.RdSpending, part)]);

        var matched = Match("我们在绍兴，去年研发200万、今年260万", measure).Offered.ShouldHaveSingleItem();

        matched.Gain.ShouldBeNull();
    }

    [Fact]
    public void Where_spending_fell_there_is_no_increment_to_support()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用增量部分的10%给予补助。");
        var measure = pages.Measure("研发补助", [pages.Rate("增量部分的10%", 10, AmountBaseKind.RdIncrement, "研发费用增量部分")]);

        var result = Match("我们在绍兴，前年研发300万、去年200万", measure);

        result.Offered.ShouldBeEmpty();
        result.NearMisses.ShouldHaveSingleItem().IsBelowScale.ShouldBeTrue();
    }

    [Fact]
    public void Only_the_excess_over_a_threshold_is_taken()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用超过200万元部分的10%给予补助。");
        var measure = pages.Measure("研发补助", [pages.Rate("的10%", 10, AmountBaseKind.RdSpending, "研发费用超过200万元部分", excess: 200)]);

        Gain("我们在绍兴，去年研发260万元", measure).Steps.Select(s => s.Expression).ShouldBe(["260万元−200万元=60万元", "60万元×10%=6万元"]);
    }

    [Theory]
    [InlineData("我们在绍兴，去年研发300万元", 30_000)]
    [InlineData("我们在绍兴，去年研发500万元", 100_000)]
    [InlineData("我们在绍兴，去年研发800万元", 100_000)]
    public void Step_of_a_scale_is_chosen_by_what_was_told(string told, int expected)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：研发费用200万元以上不足500万元的，补助3万元；500万元以上的，补助10万元。");
        var measure = pages.Measure("研发补助", [
            pages.Sum("补助3万元", 3, tier: pages.Tier("200万元以上不足500万元", ConditionKind.RdSpending, 200, 500, "研发费用")),
            pages.Sum("补助10万元", 10, tier: pages.Tier("500万元以上的", ConditionKind.RdSpending, 500, null, "研发费用")),
        ]);

        Gain(told, measure).Value.ShouldBe(expected);
    }

    [Fact]
    public void Below_the_lowest_step_nothing_is_given()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：研发费用200万元以上不足500万元的，补助3万元。");
        var measure = pages.Measure("研发补助", [pages.Sum("补助3万元", 3, tier: pages.Tier("200万元以上不足500万元", ConditionKind.RdSpending, 200, 500, "研发费用"))]);

        Match("我们在绍兴，去年研发80万元", measure).NearMisses.ShouldHaveSingleItem().IsBelowScale.ShouldBeTrue();
    }

    [Fact]
    public void Scale_of_portions_gives_each_part_its_own_rate()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：研发费用500万元以下部分按4%，500万元至1000万元部分按6%给予补助，最高60万元。");
        var measure = pages.Measure("研发补助", [
            pages.Rate("按4%", 4, AmountBaseKind.RdSpending, "研发费用", tier: pages.Tier("500万元以下部分", ConditionKind.RdSpending, null, 500, "研发费用")),
            pages.Rate("按6%", 6, AmountBaseKind.RdSpending, "研发费用", tier: pages.Tier("500万元至1000万元部分", ConditionKind.RdSpending, 500, 1000, "研发费用")),
            pages.Sum("最高60万元", 60, AmountKind.Ceiling),
        ]);

        var gain = Gain("我们在绍兴，去年研发800万元", measure);

        gain.Value.ShouldBe(380_000);
        gain.Steps.Select(s => s.Expression).ShouldBe(["500万元×4%=20万元", "(800万元−500万元)×6%=18万元", "20万元+18万元=38万元"]);
    }

    [Fact]
    public void Sum_per_piece_is_multiplied_by_the_pieces_told()
    {
        var pages = new PolicyPages("绍兴市", "专利资助：每件发明专利资助0.5万元，最高2万元。");
        var measure = pages.Measure("专利资助", [pages.Sum("资助0.5万元", 0.5m, AmountKind.PerPiece, per: "件发明专利"), pages.Sum("最高2万元", 2, AmountKind.Ceiling)]);

        Gain("我们在绍兴，去年有3件发明专利", measure).Steps.ShouldHaveSingleItem().Expression.ShouldBe("3×5000元=1.5万元");
        Gain("我们在绍兴，去年有9件发明专利", measure).Value.ShouldBe(20_000);
    }

    [Fact]
    public void Floor_lifts_what_was_reckoned()
    {
        var pages = new PolicyPages("绍兴市", "保费补贴：按保费的50%补贴，不低于1万元。");
        var measure = pages.Measure("保费补贴", [pages.Rate("的50%", 50, AmountBaseKind.Premium, "保费"), pages.Sum("不低于1万元", 1, AmountKind.Floor)]);

        Gain("我们在绍兴，保费付了1.2万元", measure).Value.ShouldBe(10_000);
    }

    [Fact]
    public void What_was_received_is_taken_off_where_only_the_difference_is_paid()
    {
        var pages = new PolicyPages("绍兴市", "认定奖励：奖励50万元，已享受的予以扣除。");
        var measure = pages.Measure("认定奖励", [pages.Sum("奖励50万元", 50)], stacking: [new StackingRule(StackingKind.Difference, pages.At("已享受的予以扣除"))]);

        Gain("我们在绍兴，已经拿了20万元补助", measure).Steps[^1].Expression.ShouldBe("50万元−20万元=30万元");
    }

    [Fact]
    public void Of_two_rates_that_the_rule_does_not_join_nothing_is_reckoned()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用的5%，按保费的50%给予补助。", "组合补助：按研发费用的5%给予补助，增量部分再按10%给予补助。");
        var apart = pages.Measure("研发补助", [pages.Rate("研发费用的5%", 5, AmountBaseKind.RdSpending, "研发费用"), pages.Rate("保费的50%", 50, AmountBaseKind.Premium, "保费")]);
        var joined = pages.Measure("组合补助", [pages.Rate("研发费用的5%给予", 5, AmountBaseKind.RdSpending, "研发费用"), pages.Rate("再按10%", 10, AmountBaseKind.RdIncrement, "增量部分")]);

        Match("我们在绍兴，前年研发100万，去年研发200万，保费2万元", apart).Offered.ShouldHaveSingleItem().Gain.ShouldBeNull();
        Gain("我们在绍兴，前年研发100万，去年研发200万", joined).Value.ShouldBe(200_000);
    }

    [Fact]
    public void What_is_missing_for_a_calculation_is_asked_for()
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用增量部分的10%给予补助。");
        var measure = pages.Measure("研发补助", [pages.Rate("增量部分的10%", 10, AmountBaseKind.RdIncrement, "研发费用增量部分")]);

        var matched = Match("我们在绍兴，去年研发200万", measure).Offered.ShouldHaveSingleItem();

        matched.Gain.ShouldBeNull();
        matched.MissingForGain.ShouldBe(new MissingFact(ProfileFact.Quantity, null, ProfileQuantity.RdSpending, 2024));
    }

    [Fact]
    public void Of_measures_for_one_matter_the_highest_is_named()
    {
        var pages = new PolicyPages("绍兴市", "甲补助：按研发费用的5%给予补助。", "乙补助：按研发费用的8%给予补助。", "同一事项就高不重复。");
        ImmutableArray<StackingRule> rule = [new StackingRule(StackingKind.HighestOnly, pages.At("就高不重复"), IsGeneral: true)];
        var first = pages.Measure("甲补助", [pages.Rate("研发费用的5%", 5, AmountBaseKind.RdSpending, "研发费用")], stacking: rule);
        var second = pages.Measure("乙补助", [pages.Rate("研发费用的8%", 8, AmountBaseKind.RdSpending, "研发费用")], stacking: rule);

        var highest = Match("我们在绍兴，去年研发200万", first, second).Highest.ShouldHaveSingleItem();

        highest.Measures.Select(m => m.Measure.Name).ShouldBe(["乙补助", "甲补助"]);
    }

    private static MatchResult Match(string told, params FoundMeasure[] measures) => Matching.Match(Reader.Read(told, Today), measures, Today);

    private static Gain Gain(string told, FoundMeasure measure) => Match(told, measure).Offered.ShouldHaveSingleItem().Gain.ShouldNotBeNull();
}
