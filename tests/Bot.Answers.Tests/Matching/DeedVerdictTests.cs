using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Answers.Tests.Matching;

/// <summary>Conditions that something has been done, is of a kind, or is left out: by the clauses of what was told.</summary>
public sealed class DeedVerdictTests
{
    private static readonly DateOnly Today = PolicyPages.Today;

    [Theory]
    [InlineData("我们在绍兴，技改项目投资900万元，为此向银行贷了300万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去年向银行贷了300万元买原料", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，技改项目投资900万元，想为此向银行贷款", ConditionVerdict.ToConfirm)]
    public void Loan_is_for_what_it_is_told_to_be_for(string told, ConditionVerdict expected) =>
        Verdict(told, "对技术改造项目银行贷款给予贴息", "技术改造项目银行贷款").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去年付给没有投资关系的CRO公司200万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去年付给CRO公司200万元", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，和一家会计师事务所没有投资关系", ConditionVerdict.ToConfirm)]
    public void Relation_that_must_not_be_is_met_only_where_it_is_denied(string told, ConditionVerdict expected) =>
        Verdict(told, "委托无投资关系的CRO机构开展研发服务", "委托无投资关系的CRO机构开展研发服务").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，通过PCT途径申请的专利进入了日本国家阶段", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，通过PCT途径申请了专利", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，通过PCT途径申请的专利还没进入国家阶段", ConditionVerdict.ToConfirm)]
    public void Stage_is_reached_only_when_told(string told, ConditionVerdict expected) =>
        Verdict(told, "通过PCT途径提交国际专利申请并进入国家阶段", "途径提交国际专利申请并进入国家阶段", ConditionKind.IntellectualProperty).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，总投资900万元，其中设备600万元，其余是土建", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，总投资900万元", ConditionVerdict.ToConfirm)]
    public void Part_that_does_not_count_is_told_apart(string told, ConditionVerdict expected) =>
        Verdict(told, "厂房土建费用不计入补助基数", "厂房土建费用不计入补助基数").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，加计扣除从2023年起每年都填报", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，今年第一次填报加计扣除", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，填报了加计扣除", ConditionVerdict.ToConfirm)]
    public void First_time_of_a_deed_goes_by_when_it_was_first_done(string told, ConditionVerdict expected) =>
        Verdict(told, "企业首次填报研发费用加计扣除且费用不低于30万元", "首次", ConditionKind.FirstTime).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去德国参加了一次汽车零部件展", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去德国参加了一次旅游商品展", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，发展很快", ConditionVerdict.ToConfirm)]
    public void Kind_that_is_left_out_is_another_one_than_told(string told, ConditionVerdict expected) =>
        Verdict(told, "旅游商品展销会除外", "旅游商品展销会除外", ConditionKind.Unread).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，是一家民营企业", ConditionVerdict.Met)]
    [InlineData("我在绍兴，是个体工商户", ConditionVerdict.NotMet)]
    [InlineData("在绍兴，做纺织", ConditionVerdict.ToConfirm)]
    public void Sole_trader_is_left_out_and_an_enterprise_is_not(string told, ConditionVerdict expected) =>
        Verdict(told, "个体工商户不适用本政策", "个体工商户不适用本政策", ConditionKind.Unread).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，项目建设期18个月", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，项目建设期三年", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，合同期18个月", ConditionVerdict.ToConfirm)]
    public void Number_is_found_by_the_words_that_name_it(string told, ConditionVerdict expected) =>
        Verdict(told, "项目建设期不超过24个月", "建设期不超过24个月").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，国有资本占30%", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，国有资本占60%", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，股东全部是个人", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，做纺织", ConditionVerdict.ToConfirm)]
    public void Share_of_state_capital_is_told_as_a_number_or_as_none(string told, ConditionVerdict expected) =>
        Verdict(told, "国有资本占比低于50%", "国有资本占比低于50%", ConditionKind.Other, ConditionOperator.LessThan, 50, "%").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，是民营企业", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，是国有企业", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，是高企", ConditionVerdict.ToConfirm)]
    public void Ownership_is_held_against_the_one_asked_for(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Other, "民营企业", "民营企业"), "支持民营企业").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，民营，是高企", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，是民营企业", ConditionVerdict.ToConfirm)]
    public void Private_technology_firm_is_both(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Recognition, "民营科技企业", "民营科技企业"), "支持民营科技企业").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，首版次软件被省里认定", "首版次软件", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，首版次软件被省里认定", "首台（套）装备", ConditionVerdict.ToConfirm)]
    public void First_version_of_software_is_no_first_set_of_equipment(string told, string asked, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Recognition, asked, "首台（套）"), "奖励" + asked).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，2023年成立", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，2024年3月成立", ConditionVerdict.NotMet)]
    public void Fiscal_years_lie_whole_between_the_founding_and_now(string told, ConditionVerdict expected) =>
        Verdict(told, "成立满两个完整会计年度", "成立满两个").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴注册", "在绍兴市依法纳税", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴注册并纳税，税务关系在本地", "在绍兴市依法纳税", ConditionVerdict.Met)]
    [InlineData("我们在绍兴注册", "在绍兴市登记注册、税务关系", ConditionVerdict.Met)]
    [InlineData("我们在绍兴注册", "在本市", ConditionVerdict.ToConfirm)]
    public void Told_place_decides_registration_and_not_where_taxes_are_paid(string told, string asked, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Region, asked, "绍兴市"), asked == "在本市" ? "税务关系在本市" : asked).ShouldBe(expected);

    [Theory]
    [InlineData("联合体合计研发费用500万元以上", ConditionVerdict.ToConfirm)]
    [InlineData("牵头企业研发费用500万元以上", ConditionVerdict.Met)]
    public void Spending_of_others_is_not_the_firms_own(string asked, ConditionVerdict expected) =>
        Verdict("我们在绍兴，去年研发费用800万元", p => p.Measured(ConditionKind.RdSpending, asked, ConditionOperator.AtLeast, 500, "万元"), asked).ShouldBe(expected);

    [Theory]
    [InlineData("以直租方式租赁设备500万元以上")]
    [InlineData("研发设备原值不低于500万元")]
    public void Equipment_bought_is_neither_leased_nor_its_original_value(string asked) =>
        Verdict("我们在绍兴，设备投资2600万元", p => p.Measured(ConditionKind.Other, asked, ConditionOperator.AtLeast, 500, "万元"), asked).ShouldBe(ConditionVerdict.ToConfirm);

    [Theory]
    [InlineData("我们在绍兴，总投资3200万元，设备投资2600万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，总投资3200万元，设备投资200万元", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，总投资3200万元", ConditionVerdict.ToConfirm)]
    public void Condition_cut_in_two_is_judged_as_one(string told, ConditionVerdict expected)
    {
        var pages = new PolicyPages("绍兴市", "补助：设备（含软件）投资额300万元以上。");
        var halves = new[]
        {
            new MeasureCondition(0, ConditionKind.Other, pages.At("设备（含软件）")),
            pages.Measured(ConditionKind.Other, "投资额300万元以上", ConditionOperator.AtLeast, 300, "万元"),
        };

        var matched = new MeasureMatching().Match(new ProfileReader().Read(told, Today), [pages.Measure("补助", conditions: [.. halves])], Today);

        matched.Offered.Concat(matched.NearMisses).SelectMany(m => m.Conditions).ShouldAllBe(c => c.Verdict == expected);
    }

    [Theory]
    [InlineData("我们在绍兴，总投资3200万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，总投资12亿元", ConditionVerdict.NotMet)]
    public void Number_that_leaves_out_who_is_above_is_met_below(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Measured(ConditionKind.Other, "投资总额10亿元以上", ConditionOperator.AtLeast, 10, "亿元"), "投资总额10亿元以上的重大项目实行一事一议，不适用本标准").ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，2024年研发费用100万元，2025年120万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，2024年研发费用120万元，2025年100万元", ConditionVerdict.NotMet)]
    public void Year_before_is_one_year_and_not_several(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.RdGrowth, "研发费用较前一年度不下降"), "研发费用较前一年度不下降").ShouldBe(expected);

    [Fact]
    public void Condition_that_asks_for_something_by_itself_is_not_joined_to_the_next()
    {
        var pages = new PolicyPages("绍兴市", "补助：技术合同经登记且单项实际支付额50万元以上。");
        var conditions = new[]
        {
            new MeasureCondition(0, ConditionKind.Other, pages.At("技术合同经登记且单项")),
            pages.Measured(ConditionKind.Other, "实际支付额50万元以上", ConditionOperator.AtLeast, 50, "万元"),
        };

        var matched = new MeasureMatching().Match(new ProfileReader().Read("我们在绍兴，技术合同登记了，实际支付120万元", Today), [pages.Measure("补助", conditions: [.. conditions])], Today);

        matched.Offered.ShouldHaveSingleItem().Conditions.ShouldAllBe(c => c.Verdict == ConditionVerdict.Met);
    }

    private static ConditionVerdict Verdict(
        string told, string text, string clause, ConditionKind kind = ConditionKind.Other, ConditionOperator op = ConditionOperator.None, decimal? value = null, string unit = "") =>
        Verdict(told, p => new MeasureCondition(0, kind, p.At(clause), op, value, unit), text);

    private static ConditionVerdict Verdict(string told, Func<PolicyPages, MeasureCondition> condition, string text)
    {
        var pages = new PolicyPages("绍兴市", $"补助：{text}。");
        var result = new MeasureMatching().Match(new ProfileReader().Read(told, Today) with { Need = null }, [pages.Measure("补助", conditions: [condition(pages)])], Today);
        return result.Offered.Concat(result.NearMisses).ShouldHaveSingleItem().Conditions.ShouldHaveSingleItem().Verdict;
    }
}
