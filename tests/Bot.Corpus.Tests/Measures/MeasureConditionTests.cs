namespace Bot.Corpus.Tests.Measures;

public sealed class MeasureConditionTests
{
    [Theory]
    [InlineData("研发费用达到500万元以上", ConditionKind.RdSpending, ConditionOperator.AtLeast, 500)]
    [InlineData("研发费用占营业收入比重不低于3%", ConditionKind.RdShare, ConditionOperator.AtLeast, 3)]
    [InlineData("研发费用较上年增长15%以上", ConditionKind.RdGrowth, ConditionOperator.AtLeast, 15)]
    [InlineData("年营业收入不超过2亿元", ConditionKind.Revenue, ConditionOperator.AtMost, 2)]
    [InlineData("成立不满3年", ConditionKind.Age, ConditionOperator.LessThan, 3)]
    [InlineData("职工总数不超过100人", ConditionKind.Staff, ConditionOperator.AtMost, 100)]
    [InlineData("研发人员占职工总数的比例不低于10%", ConditionKind.RdStaffShare, ConditionOperator.AtLeast, 10)]
    [InlineData("拥有有效发明专利5件以上", ConditionKind.IntellectualProperty, ConditionOperator.AtLeast, 5)]
    public void Measured_condition_has_its_comparison_and_value(string words, ConditionKind kind, ConditionOperator op, int value)
    {
        var register = Register.OfArticle($"对{words}的企业，奖励10万元。");

        var condition = register.Only.Conditions.ShouldHaveSingleItem();
        (condition.Kind, condition.Operator, condition.Value).ShouldBe((kind, op, value));
        words.ShouldContain(register.Quote(condition.Span));
    }

    [Fact]
    public void Two_conditions_of_a_clause_have_spans_of_their_own()
    {
        var register = Register.OfArticle("对研发费用达到500万元以上且占营业收入比重不低于3%的规上工业企业，奖励10万元。");

        register.Only.Conditions.Select(c => (c.Kind, register.Quote(c.Span))).ShouldBe([
            (ConditionKind.RdSpending, "研发费用达到500万元以上"),
            (ConditionKind.RdShare, "占营业收入比重不低于3%"),
            (ConditionKind.Size, "规上工业企业"),
        ]);
    }

    [Fact]
    public void Standings_named_as_alternatives_are_one_condition_under_their_usual_names()
    {
        var register = Register.OfArticle("对有效期内的高企、科技型中小企业，给予5万元补助。");

        register.Only.Conditions.ShouldHaveSingleItem().Words.ShouldBe(["高新技术企业", "科技型中小企业"]);
    }

    [Fact]
    public void Demands_joined_by_or_are_ways_to_meet_one()
    {
        var register = Register.OfArticle("对研发费用占营业收入比例达到5%以上，或研发费用较上年增长20%以上的企业，奖励10万元。");

        var either = register.Only.Conditions.Select(c => c.Either).Distinct().ShouldHaveSingleItem();
        either.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Exclusion_turns_the_comparison_round()
    {
        var register = Register.OfArticle("对研发费用增长的企业，按增量部分的10%给予补助。研发费用总额不足50万元的企业不适用本条。");

        register.Conditions.ShouldContain((ConditionKind.RdSpending, ConditionOperator.AtLeast, 50m));
    }

    [Fact]
    public void Clause_that_nothing_known_fits_is_a_gap()
    {
        var register = Register.OfArticle("对甲乙丙丁戊己的企业，奖励10万元。");

        register.Only.HasGaps.ShouldBeTrue();
        register.Quote(register.Only.Conditions.ShouldHaveSingleItem().Span).ShouldBe("甲乙丙丁戊己");
    }

    [Fact]
    public void Chapters_conditions_hold_for_its_measures_and_no_others()
    {
        var register = Register.Of("""
            宁波市科技创新若干政策
            第一章 企业培育
            第一条 首次认定为高新技术企业的，奖励20万元。
            第二章 创新券
            第二条 企业购买科技服务的，按实际支付额的50%给予创新券支持。
            第三条 申领创新券的企业应当具备下列条件：
            （一）在本市注册并依法纳税；
            （二）信用记录良好。
            """);

        register.Measures[0].Conditions.ShouldNotContain(c => c.IsGeneral);
        register.Measures[1].Conditions.Where(c => c.IsGeneral).Select(c => c.Kind).ShouldBe([ConditionKind.Region, ConditionKind.Credit]);
        register.Measures[1].Conditions.First(c => c.Kind == ConditionKind.Region).Words.ShouldBe(["宁波市"]);
    }

    [Fact]
    public void Definition_of_a_term_holds_only_where_the_term_is_used()
    {
        var register = Register.Of("""
            临州市科技创新扶持办法
            第一条 本办法所称初创企业，是指登记注册时间不超过5年的企业。
            第二条 对初创企业给予3万元补助。
            第三条 对规上企业给予9万元补助。
            """);

        register.Measures[0].Conditions.ShouldContain(c => c.Kind == ConditionKind.Age && c.Value == 5);
        register.Measures[1].Conditions.ShouldNotContain(c => c.Kind == ConditionKind.Age);
    }
}
