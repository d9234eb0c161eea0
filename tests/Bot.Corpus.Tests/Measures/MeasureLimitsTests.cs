namespace Bot.Corpus.Tests.Measures;

/// <summary>What a document takes back, ends early or caps.</summary>
public sealed class MeasureLimitsTests
{
    [Fact]
    public void Listed_among_what_is_not_supported_a_field_is_asked_not_to_be_ones_own()
    {
        var register = Register.Of("""
            临州市科技专项资金细则
            第一条 有下列情形之一的，不予支持：
            （一）主营业务为房地产、金融的；
            （二）成立不满一年的。
            第二条 对高新技术企业，奖励10万元。
            """);

        var general = register.Only.Conditions.Where(c => c.IsGeneral).ToArray();
        general.Single(c => c.Kind == ConditionKind.Sector).Operator.ShouldBe(ConditionOperator.NotIn);
        general.Single(c => c.Kind == ConditionKind.Age).Operator.ShouldBe(ConditionOperator.AtLeast);
    }

    [Fact]
    public void Renewal_that_gets_nothing_is_asked_not_to_be_one()
    {
        var register = Register.OfArticle("首次认定的高新技术企业，奖励20万元。重新认定的，不再奖励。");

        register.Only.Conditions.Where(c => c.Kind == ConditionKind.FirstTime).Select(c => (c.Words[0], c.Operator))
            .ShouldBe([("首次", ConditionOperator.None), ("重新", ConditionOperator.NotIn)]);
    }

    [Theory]
    [InlineData("第三条自2025年7月1日起停止执行。")]
    [InlineData("第三条至第四条执行至2025年6月30日。")]
    public void Article_may_end_before_its_document(string end)
    {
        var register = Register.Of($"""
            临州市科技创新办法
            第二条 对高新技术企业，奖励10万元。
            第三条 对省级孵化器，奖励20万元。
            第五条 本办法自2023年5月15日起施行，有效期至2028年5月14日。{end}
            """);

        register.Measures.Select(m => m.Validity.To).ShouldBe([new DateOnly(2028, 5, 14), new DateOnly(2025, 6, 30)]);
        register.Measures[1].Validity.Statement!.Value.Text.ShouldContain("第三条");
    }

    [Fact]
    public void Measure_named_in_passing_may_end_before_its_document()
    {
        var register = Register.Of("""
            临州市科技创新办法
            第二条 （应用场景）对应用场景建设单位，奖励10万元。
            第三条 （孵化器）对省级孵化器，奖励20万元。
            第五条 本办法自2025年7月1日起施行，有效期至2027年12月31日。其中应用场景一条试行到2026年6月30日。
            """);

        register.Measures.Select(m => m.Validity.To).ShouldBe([new DateOnly(2026, 6, 30), new DateOnly(2027, 12, 31)]);
    }

    [Fact]
    public async Task Column_of_caps_beside_the_standards_caps_them()
    {
        var document = await Read.TextAsync("""
            # 临州市科技创新奖补标准

            | 事项 | 申请门槛 | 标准 | 封顶 |
            |---|---|---|---|
            | 首台（套）产品 | 列入市级目录 | 实际销售额的5% | 单个产品120万元 |
            """, "table.md");
        var report = new ReportStructurer().Structure(document, null);

        var measure = MeasureReader.Read(report.Metadata, report.Paragraphs).ShouldHaveSingleItem();

        measure.Amounts.Select(a => (a.Kind, a.Value, a.Unit)).ShouldBe([(AmountKind.Rate, 5m, "%"), (AmountKind.Ceiling, 120m, "万元")]);
    }

    [Theory]
    [InlineData("专项资金规模由市财政局根据年度预算确定，2023年安排2.3亿元。")]
    [InlineData("同一单位同一年度按照第五条和第六条获得的资金合计不超过400万元。")]
    public void What_there_is_in_all_or_one_may_get_in_all_is_no_measure(string article) =>
        Register.OfArticle(article).Measures.ShouldBeEmpty();

    [Fact]
    public void Article_may_give_behind_the_conditions_it_lists()
    {
        var register = Register.Of("""
            临州市市级科技创新专项资金使用细则
            第一条 为促进科技创新，制定本细则。
            第二条 （研发投入补助）企业申请研发投入补助，应当满足下列条件：
            （一）成立满三年；
            （二）上年度研发费用不低于150万元；
            （三）上年度研发费用占营业收入的比重不低于4%。
            补助额按上年度研发费用分段计算：300万元（含）以内的部分，补助比例为4%。每家企业年度补助最高150万元。
            第三条 市科技局负责解释。
            """);

        register.Only.Amounts.Select(a => a.Kind).ShouldBe([AmountKind.Rate, AmountKind.Ceiling]);
        register.Only.Conditions.Select(c => register.Quote(c.Span)).Take(3)
            .ShouldBe(["成立满三年", "上年度研发费用不低于150万元", "上年度研发费用占营业收入的比重不低于4%"]);
    }
}
