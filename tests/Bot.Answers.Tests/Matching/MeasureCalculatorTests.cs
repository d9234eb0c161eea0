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
    [InlineData("我们在绍兴，2024年研发费用120万元，2025年200万元", 88_000)]
    [InlineData("我们在绍兴，2024年研发费用200万元，2025年120万元", 24_000)]
    public void Stock_and_increase_are_reckoned_apart_and_added(string told, int expected)
    {
        var pages = new PolicyPages("绍兴市", "研发奖补：研发费用存量部分按2%奖补，较前一年度新增部分按8%奖补，最高60万元。");
        var measure = pages.Measure("研发奖补", [Rate("2%", 2, 1), Rate("8%", 8, 2), pages.Sum("最高60万元", 60, AmountKind.Ceiling, branch: 0)]);

        Gain(told, measure).Value.ShouldBe(expected);

        MeasureAmount Rate(string words, decimal percent, int branch) => new(branch, AmountKind.Rate, percent, "%", pages.At(words));
    }

    [Theory]
    [InlineData("项目研发总投入")]
    [InlineData("非财政经费支持的研发支出")]
    [InlineData("委托研发费用")]
    [InlineData("联合体研发投入")]
    public void Spending_of_the_whole_firm_is_not_taken_for_a_part_of_it(string part)
    {
        var pages = new PolicyPages("绍兴市", $"攻关资助：按{part}的30%给予资助。");
        var measure = pages.Measure("攻关资助", [pages.Rate($"{part}的30%", 30, AmountBaseKind.RdSpending, part)]);

        var matched = Match("我们在绍兴，去年研发200万、今年260万", measure).Offered.ShouldHaveSingleItem();

        matched.Gain.ShouldBeNull();
    }

    [Fact]
    public void Word_before_the_base_makes_it_a_part_too()
    {
        var pages = new PolicyPages("绍兴市", "攻关资助：按不超过项目研发总投入的30%给予资助。");
        var measure = pages.Measure("攻关资助", [pages.Rate("的30%", 30, AmountBaseKind.RdSpending, "研发总投入")]);

        Match("我们在绍兴，去年研发200万", measure).Offered.ShouldHaveSingleItem().Gain.ShouldBeNull();
    }

    [Fact]
    public void Share_of_a_benchmark_rate_is_not_taken_of_the_interest_paid()
    {
        var pages = new PolicyPages("绍兴市", "融资贴息：按同期贷款市场报价利率（LPR）的50%给予贴息。");
        var measure = pages.Measure("融资贴息", [pages.Rate("的50%", 50, AmountBaseKind.LoanInterest, "同期贷款市场报价利率（LPR）")], instrument: Instrument.LoanSubsidy);

        Match("我们在绍兴，去年付了贷款利息20万元", measure).Offered.ShouldHaveSingleItem().Gain.ShouldBeNull();
    }

    [Fact]
    public void Sales_of_all_products_are_not_taken_for_those_of_the_new_one()
    {
        var pages = new PolicyPages("绍兴市", "新品奖励：按新产品销售收入的1%给予奖励。");
        var measure = pages.Measure("新品奖励", [pages.Rate("的1%", 1, AmountBaseKind.Revenue, "新产品销售收入")]);

        Match("我们在绍兴，去年营业收入1800万元", measure).Offered.ShouldHaveSingleItem().Gain.ShouldBeNull();
    }

    [Theory]
    [InlineData(Instrument.TaxRelief)]
    [InlineData(Instrument.Loan)]
    [InlineData(Instrument.Fund)]
    public void What_is_no_money_given_is_no_gain(Instrument instrument)
    {
        var pages = new PolicyPages("绍兴市", "研发支持：按研发费用的100%计。");
        var measure = pages.Measure("研发支持", [pages.Rate("研发费用的100%", 100, AmountBaseKind.RdSpending, "研发费用")], instrument: instrument);

        Match("我们在绍兴，去年研发200万", measure).Offered.ShouldHaveSingleItem().Gain.ShouldBeNull();
    }

    [Theory]
    [InlineData("去年500万", 300_000)]
    [InlineData("去年1500万", null)]
    public void Ceiling_that_depends_on_what_was_not_told_matters_only_where_it_could_bite(string lastYear, int? expected)
    {
        var pages = new PolicyPages("绍兴市", "研发补助：按研发费用增量部分的10%给予补助。营业收入2亿元以上的最高100万元；营业收入2亿元以下的最高50万元。");
        var measure = pages.Measure("研发补助",
        [
            pages.Rate("增量部分的10%", 10, AmountBaseKind.RdIncrement, "研发费用增量部分"),
            pages.Sum("最高100万元", 100, AmountKind.Ceiling, branch: 0, tier: pages.Tier("2亿元以上", ConditionKind.Revenue, 20_000, null, "营业收入")),
            pages.Sum("最高50万元", 50, AmountKind.Ceiling, branch: 0, tier: pages.Tier("2亿元以下", ConditionKind.Revenue, null, 20_000, "营业收入")),
        ]);

        var matched = Match($"我们在绍兴，前年研发200万、{lastYear}", measure).Offered.ShouldHaveSingleItem();

        matched.Gain?.Value.ShouldBe(expected!.Value);
        matched.MissingForGain?.Quantity.ShouldBe(expected is null ? ProfileQuantity.Revenue : null);
        (matched.Gain is null).ShouldBe(expected is null);
    }

    [Fact]
    public void Each_of_several_contracts_has_its_own_ceiling()
    {
        var pages = new PolicyPages("绍兴市", "服务补贴：按实际支付合同金额的15%给予补贴，单个合同不超过60万元，年度不超过200万元。");
        var measure = pages.Measure("服务补贴",
        [
            pages.Rate("合同金额的15%", 15, AmountBaseKind.ContractValue, "实际支付合同金额"),
            pages.Sum("不超过60万元", 60, AmountKind.Ceiling, per: "单个合同"),
            pages.Sum("不超过200万元", 200, AmountKind.Ceiling, per: "年度"),
        ]);

        var gain = Gain("我们在绍兴，去年付给两家公司500万元和200万元", measure);

        gain.Value.ShouldBe(900_000);
        gain.Steps.Select(s => s.Expression).ShouldBe(["500万元×15%=75万元", "60万元", "200万元×15%=30万元", "60万元+30万元=90万元"]);
    }

    [Fact]
    public void Sum_for_each_one_more_is_given_for_the_rise()
    {
        var pages = new PolicyPages("绍兴市", "人员补贴：按每新增1 FTE补贴1万元，每年不超过20万元。");
        var measure = pages.Measure("人员补贴",
        [
            pages.Sum("补贴1万元", 1, AmountKind.PerPiece, per: "每新增1 FTE"),
            pages.Sum("不超过20万元", 20, AmountKind.Ceiling),
        ]);

        var gain = Gain("我们在绍兴，研发人员从15 FTE增加到26 FTE", measure);

        gain.Value.ShouldBe(110_000);
        gain.Steps.Select(s => s.Expression).ShouldBe(["26−15=11", "11×1万元=11万元"]);
    }

    [Fact]
    public void Limit_in_a_case_of_its_own_holds_for_what_is_given()
    {
        var pages = new PolicyPages("绍兴市", "专利资助：国际专利每件资助1.5万元，每家企业年度上限2万元。");
        var measure = pages.Measure("专利资助",
            [pages.Sum("资助1.5万元", 1.5m, AmountKind.PerPiece, branch: 1, per: "每件"), pages.Sum("上限2万元", 2, AmountKind.Ceiling, branch: 2)],
            [pages.Named(ConditionKind.IntellectualProperty, "国际专利", "PCT专利")]);

        Gain("我们在绍兴，有2件PCT专利", measure).Value.ShouldBe(20_000);
    }

    [Fact]
    public void Highest_rate_is_told_as_the_most_that_comes_of_it()
    {
        var pages = new PolicyPages("绍兴市", "检测补贴：按不超过检测费用的40%给予补贴。");
        var measure = pages.Measure("检测补贴", [pages.Rate("的40%", 40, AmountBaseKind.AmountPaid, "检测费用")]);

        Gain("我们在绍兴，检测费花了18万元", measure).IsAtMost.ShouldBeTrue();
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
