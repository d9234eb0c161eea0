namespace Bot.Corpus.Tests.Measures;

public sealed class MeasureAmountTests
{
    [Fact]
    public void Rate_has_its_base_and_goes_with_its_ceiling()
    {
        var register = Register.OfArticle("企业购买科技服务的，按实际支付额的20%给予补助，单个企业每年最高不超过50万元。");

        register.Amounts.ShouldBe([(AmountKind.Rate, 20, "%"), (AmountKind.Ceiling, 50, "万元")]);
        register.Only.Amounts[0].Base!.Kind.ShouldBe(AmountBaseKind.AmountPaid);
        register.Only.Amounts[0].Base!.Words.Text.ShouldBe("实际支付额");
        register.Only.Amounts[1].Recurrence.ShouldBe(Recurrence.Yearly);
        register.Only.Amounts.Select(a => a.Branch).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Loan_and_interest_subsidy_told_in_one_sentence_are_two_measures()
    {
        var register = Register.OfArticle("科技型中小企业可向合作银行申请信用贷款，单户贷款额度最高800万元；贷款结清后，按实际支付利息的30%给予贴息，每年最高25万元。");

        register.Measures.Select(m => (m.Instrument, string.Join(' ', m.Amounts.Select(a => a.Value)))).ShouldBe([(Instrument.Loan, "800"), (Instrument.LoanSubsidy, "30 25")]);
        register.Measures[1].Conditions.ShouldContain(c => c.Kind == ConditionKind.Recognition);
        register.Measures[0].Span.End.ShouldBeLessThanOrEqualTo(register.Measures[1].Span.Start);
    }

    [Fact]
    public void Something_else_given_for_something_else_is_a_measure_of_its_own()
    {
        var register = Register.OfArticle("按新增设备投资的25%补助，最高500万元；按对外服务收入的10%另行奖励，最高50万元。");

        register.Measures.Select(m => string.Join(' ', m.Amounts.Select(a => a.Value))).ShouldBe(["25 500", "10 50"]);
    }

    [Theory]
    [InlineData("企业上市分阶段奖励500万元：完成辅导备案的，奖励100万元；申请获受理的，奖励200万元；成功上市的，奖励200万元。")]
    [InlineData("企业上市奖励500万元，其中：完成辅导备案的，奖励100万元；申请获受理的，奖励200万元；成功上市的，奖励200万元。")]
    public void Total_of_stages_limits_them_and_is_not_given_beside_them(string article)
    {
        var register = Register.OfArticle(article);

        register.Only.Amounts.Select(a => (a.Branch, a.Kind, a.Value)).ShouldBe([
            (0, AmountKind.Ceiling, 500m), (1, AmountKind.Fixed, 100m), (2, AmountKind.Fixed, 200m), (3, AmountKind.Fixed, 200m)]);
    }

    [Fact]
    public void Increment_over_the_year_before_is_its_own_base()
    {
        var register = Register.OfArticle("对研发费用增长的企业，按研发费用较上年度增量的10%给予补助。");

        register.Only.Amounts.ShouldHaveSingleItem().Base!.Kind.ShouldBe(AmountBaseKind.RdIncrement);
    }

    [Fact]
    public void Cases_of_a_sentence_are_branches_with_their_own_conditions()
    {
        var register = Register.OfArticle("对首次通过认定的高新技术企业，给予一次性奖励30万元；对重新认定的，给予10万元奖励。");

        register.Only.Amounts.Select(a => (a.Branch, a.Value)).ShouldBe([(1, 30m), (2, 10m)]);
        register.Only.Amounts[0].Recurrence.ShouldBe(Recurrence.Once);
        register.Only.Conditions.Where(c => c.Kind == ConditionKind.FirstTime).Select(c => (c.Branch, c.Words[0])).ShouldBe([(1, "首次"), (2, "重新")]);
    }

    [Fact]
    public void Sums_named_side_by_side_go_to_the_things_named_side_by_side()
    {
        var register = Register.OfArticle("对新认定的国家级、省级、市级孵化器，分别给予100万元、50万元、20万元奖励。");

        register.Only.Amounts.Select(a => (a.Branch, a.Value)).ShouldBe([(1, 100m), (2, 50m), (3, 20m)]);
        register.Only.Conditions.Where(c => c.Kind == ConditionKind.Platform).Select(c => (c.Branch, c.Words[0])).ShouldBe([(1, "国家级"), (2, "省级"), (3, "市级孵化器")]);
    }

    [Fact]
    public void Scale_gives_each_step_its_bounds()
    {
        var register = Register.OfArticle("对年销售收入2000万元（含）—5000万元的企业，奖励5万元；5000万元（含）—1亿元的，奖励10万元；1亿元（含）以上的，奖励20万元。");

        register.Only.Amounts.Select(a => (a.Branch, a.Value, a.Tier!.From, a.Tier.To, a.Tier.Unit)).ShouldBe([
            (1, 5m, 2000m, (decimal?)5000m, "万元"),
            (1, 10m, 5000m, 10000m, "万元"),
            (1, 20m, 1m, null, "亿元"),
        ]);
        register.Only.Amounts[1].Tier!.IncludesFrom.ShouldBeTrue();
        register.Only.Amounts[1].Tier!.IncludesTo.ShouldBeFalse();
        register.Only.Amounts.ShouldAllBe(a => a.Tier!.Of == ConditionKind.Revenue);
    }

    [Fact]
    public void Scale_whose_steps_add_up_says_so()
    {
        var register = Register.OfArticle("研发费用不足500万元的部分按5%补助，500万元至2000万元的部分按3%补助，合计最高80万元。");

        register.Only.Amounts.Where(a => a.Kind == AmountKind.Rate).Select(a => (a.Value, a.Tier!.IsPart, a.Base!.Kind)).ShouldBe([
            (5m, true, AmountBaseKind.RdSpending),
            (3m, true, AmountBaseKind.RdSpending),
        ]);
    }

    [Fact]
    public void Threshold_alone_is_a_condition_and_no_scale()
    {
        var register = Register.OfArticle("对年销售收入2000万元以上的企业，奖励5万元。");

        register.Only.Amounts.ShouldHaveSingleItem().Tier.ShouldBeNull();
        register.Conditions.ShouldContain((ConditionKind.Revenue, ConditionOperator.AtLeast, 2000m));
    }

    [Theory]
    [InlineData("国内发明专利授权后，每件资助2000元。", AmountKind.PerPiece, 2000, "元")]
    [InlineData("对通过考核的工作站，给予2万元工作经费。", AmountKind.Fixed, 2, "万元")]
    [InlineData("对新建实验室给予不低于100万元的支持。", AmountKind.Floor, 100, "万元")]
    [InlineData("在孵企业租用办公用房的，给予补贴，以30万元为限。", AmountKind.Ceiling, 30, "万元")]
    [InlineData("首次认定为高新技术企业的，奖励二十万元。", AmountKind.Fixed, 200000, "元")]
    public void Kind_of_an_amount_follows_its_words(string article, AmountKind kind, int value, string unit)
    {
        var amount = Register.OfArticle(article).Only.Amounts.ShouldHaveSingleItem();

        (amount.Kind, MoneyUnit.Yuan(amount.Value, amount.Unit)).ShouldBe((kind, MoneyUnit.Yuan(value, unit)));
    }

    [Fact]
    public void Term_of_years_belongs_to_the_amounts()
    {
        var register = Register.OfArticle("科技型中小企业获得贷款的，按实际支付利息的50%给予贴息，每家企业每年最高20万元，贴息期限最长不超过3年。");

        register.Only.Instrument.ShouldBe(Instrument.LoanSubsidy);
        register.Only.Amounts.ShouldAllBe(a => a.Years == 3);
    }

    [Fact]
    public void Common_limit_behind_the_cases_holds_for_all_of_them()
    {
        var register = Register.OfArticle("主导制定国际标准的，每项奖励50万元；主导制定国家标准的，每项奖励20万元；同一企业每年累计不超过100万元。");

        register.Only.Amounts.Select(a => (a.Branch, a.Kind)).ShouldBe([(1, AmountKind.PerPiece), (2, AmountKind.PerPiece), (0, AmountKind.Ceiling)]);
    }

    [Fact]
    public void Scale_of_ceilings_behind_a_rate_caps_it()
    {
        var register = Register.OfArticle("对研发费用增长的企业，按增量的10%给予补助。年度营业收入2亿元（含）以上的企业，每年补助最高不超过100万元；年度营业收入2亿元以下的企业，每年补助最高不超过50万元。");

        register.Only.Amounts.Select(a => (a.Branch, a.Kind, a.Tier?.From, a.Tier?.To)).ShouldBe([
            (1, AmountKind.Rate, null, null),
            (0, AmountKind.Ceiling, 2m, null),
            (0, AmountKind.Ceiling, (decimal?)null, 2m),
        ]);
    }

    [Theory]
    [InlineData("2023年，全市共兑现奖补资金1.74亿元，惠及企业1263家。")]
    [InlineData("力争到2027年，全市研发经费投入强度达到3.6%。")]
    [InlineData("弄虚作假骗取资金5万元以上的，追回资金。")]
    [InlineData("市财政每年统筹安排专项资金不少于2亿元。")]
    public void Statistics_goals_penalties_and_budgets_set_no_measure(string article) =>
        Register.OfArticle(article).Measures.ShouldBeEmpty();
}
