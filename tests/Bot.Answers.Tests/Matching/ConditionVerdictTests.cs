using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Answers.Tests.Matching;

public sealed class ConditionVerdictTests
{
    private static readonly DateOnly Today = PolicyPages.Today;
    private static readonly ProfileReader Reader = new();
    private static readonly MeasureMatching Matching = new();

    [Theory]
    [InlineData("我们在绍兴，是高新技术企业", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，还不是高企", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，做纺织", ConditionVerdict.ToConfirm)]
    public void Standing_is_met_only_when_told(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Recognition, "高新技术企业", "高新技术企业")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，是专精特新小巨人", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，是专精特新中小企业", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，是创新型中小企业", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，还不是创新型中小企业", ConditionVerdict.NotMet)]
    public void Standing_brings_lower_ones_with_it(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Recognition, "专精特新中小企业", "专精特新中小企业")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，有国家级企业研究院", "省级以上企业研究院", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，有市级企业研究院", "省级以上企业研究院", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，有企业研究院", "省级以上企业研究院", ConditionVerdict.ToConfirm)]
    public void Level_of_a_platform_is_held_against_the_one_asked_for(string told, string name, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Platform, "省级以上企业研究院", name)).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，委托湖南大学做技术开发", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，委托湖南大学做检测", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，委托一家公司做技术开发", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，想委托湖南大学做技术开发", ConditionVerdict.ToConfirm)]
    public void University_is_known_by_its_name_and_what_was_done_must_be_told(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Other, "委托高等院校、科研院所开展技术开发")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，取得了ISO9001认证", "ISO 9001认证", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，取得了GMP认证", "ISO 9001认证", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，租了GMP标准厂房", "GMP认证", ConditionVerdict.ToConfirm)]
    public void Certificate_of_one_kind_is_not_one_of_another(string told, string asked, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Recognition, asked, "管理体系认证")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，研发人员有26 FTE", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，研发人员有12 FTE", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，研发人员有26人", ConditionVerdict.ToConfirm)]
    public void Full_time_equivalents_are_no_heads(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Unread, "研发人员达到20 FTE及以上")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴注册", "在绍兴市注册并依法纳税", ConditionVerdict.Met)]
    [InlineData("我们在绍兴注册", "在绍兴市注册、纳税", ConditionVerdict.ToConfirm)]
    public void To_pay_taxes_lawfully_is_taken_for_granted_and_where_is_not(string told, string asked, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Region, asked, "绍兴市")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去年销售收入300万元", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，去年销售收入5000万元", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，是规上企业", ConditionVerdict.Met)]
    public void Size_limit_is_missed_for_certain_only_below_any_limit(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Size, "规模以上工业企业", "规模以上企业")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，是房地产公司", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，做芯片", ConditionVerdict.Met)]
    [InlineData("我们在绍兴", ConditionVerdict.ToConfirm)]
    public void Exclusion_is_met_by_what_is_another_field(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Sector, "不含房地产企业", "房地产") with { Operator = ConditionOperator.NotIn }).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，做芯片", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，做疫苗", ConditionVerdict.Met)]
    public void Field_is_met_by_itself_and_missed_by_another(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Sector, "生物医药企业", "生物医药")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，2022年成立", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，2021年成立", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，2021年7月1日成立", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，2021年5月1日成立", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴", ConditionVerdict.ToConfirm)]
    public void Age_is_reckoned_from_the_day_as_far_as_it_is_told(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Measured(ConditionKind.Age, "成立不超过5年", ConditionOperator.AtMost, 5, "年")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去年研发费用500万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去年研发费用480万元", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，去年研发费用大概480万元", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，今年研发费用900万元", ConditionVerdict.ToConfirm)]
    public void Number_is_held_against_the_year_asked_for(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Measured(ConditionKind.RdSpending, "上年度研发费用500万元以上", ConditionOperator.AtLeast, 500, "万元")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去年营业收入1000万元，研发费用40万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去年营业收入1000万元，研发费用20万元", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，去年研发费用40万元", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，前年营业收入1000万元，去年研发费用40万元", ConditionVerdict.ToConfirm)]
    public void Share_is_reckoned_from_two_numbers_of_one_year(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Measured(ConditionKind.RdShare, "研发费用占营业收入比重不低于3%", ConditionOperator.AtLeast, 3, "%")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，前年研发费用100万元，去年120万元", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，前年研发费用100万元，去年105万元", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，去年研发费用120万元", ConditionVerdict.ToConfirm)]
    public void Growth_needs_both_years(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Measured(ConditionKind.RdGrowth, "研发费用较上年增长10%以上", ConditionOperator.AtLeast, 10, "%")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，去年首次认定为高企", ConditionVerdict.Met)]
    [InlineData("我们在绍兴，去年高企重新认定通过", ConditionVerdict.NotMet)]
    [InlineData("我们在绍兴，是高企", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，2019年首次认定为高企", ConditionVerdict.ToConfirm)]
    public void First_time_is_met_only_when_told_and_lately(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.FirstTime, "首次认定", "首次")).ShouldBe(expected);

    [Theory]
    [InlineData("我们在绍兴，信用良好", ConditionVerdict.Met)]
    [InlineData("我们在绍兴", ConditionVerdict.ToConfirm)]
    [InlineData("我们在绍兴，去年被处罚过", ConditionVerdict.NotMet)]
    public void General_condition_is_met_only_when_declared(string told, ConditionVerdict expected) =>
        Verdict(told, p => p.Named(ConditionKind.Credit, "无严重失信记录")).ShouldBe(expected);

    [Fact]
    public void Clause_that_could_not_be_read_is_never_met() =>
        Verdict("我们在绍兴，是高企，信用良好", p => p.Named(ConditionKind.Unread, "无严重失信记录")).ShouldBe(ConditionVerdict.ToConfirm);

    [Fact]
    public void Standard_that_the_text_leaves_open_is_not_written() =>
        Verdict("我们在绍兴，年销售3000万", p => p.Named(ConditionKind.Revenue, "营业收入达到一定规模")).ShouldBe(ConditionVerdict.NotWritten);

    [Fact]
    public void Place_meets_the_registration_and_leaves_open_where_taxes_are_paid()
    {
        Verdict("我们在绍兴注册", p => p.Named(ConditionKind.Region, "在本市注册", "绍兴市")).ShouldBe(ConditionVerdict.Met);
        Verdict("我们在绍兴注册", p => p.Named(ConditionKind.Region, "在本市纳税", "绍兴市")).ShouldBe(ConditionVerdict.ToConfirm);
        Verdict("我们在绍兴注册", p => p.Named(ConditionKind.Region, "注册在越城区的", "越城区")).ShouldBe(ConditionVerdict.ToConfirm);
    }

    private static ConditionVerdict Verdict(string told, Func<PolicyPages, MeasureCondition> condition)
    {
        var pages = new PolicyPages(
            "绍兴市",
            "研发补助：在本市注册，在本市纳税，注册在越城区的，首次认定的高新技术企业、专精特新中小企业、规模以上工业企业、生物医药企业，不含房地产企业，建有省级以上企业研究院，成立不超过5年，"
            + "上年度研发费用500万元以上，研发费用占营业收入比重不低于3%，研发费用较上年增长10%以上，营业收入达到一定规模，无严重失信记录的，给予补助。",
            "其他：研发人员达到20 FTE及以上；委托高等院校、科研院所开展技术开发；取得ISO 9001认证，GMP认证；在绍兴市注册并依法纳税；在绍兴市注册、纳税。");
        var result = Matching.Match(Reader.Read(told, Today), [pages.Measure("研发补助", conditions: [condition(pages)])], Today);
        return result.Offered.Concat(result.NearMisses).ShouldHaveSingleItem().Conditions.ShouldHaveSingleItem().Verdict;
    }
}
