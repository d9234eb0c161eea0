namespace Bot.Corpus.Tests.Measures;

/// <summary>How documents of other houses lay out what they give: scales, topics, prose.</summary>
public sealed class MeasureLayoutTests
{
    [Theory]
    [InlineData("补助额按上年度研发费用分段累加计算：300万元（含）以内的部分，补助比例为4%；超过300万元至1000万元（含）的部分，补助比例为6%；超过1000万元的部分，补助比例为8%。")]
    [InlineData("对规模以上企业，按其上年度研发费用给予补助：300万元以内的部分，补助4%；300万元至1000万元的部分，补助6%；1000万元以上的部分，补助8%。")]
    public void Scale_by_parts_adds_its_steps_up(string article)
    {
        var amounts = Register.OfArticle(article).Only.Amounts;

        amounts.Select(a => (a.Value, a.Tier?.From, a.Tier?.To)).ShouldBe([(4m, null, 300m), (6m, 300m, 1000m), (8m, 1000m, null)]);
        amounts.ShouldAllBe(a => a.Kind == AmountKind.Rate && a.Tier!.IsPart && a.Tier.Of == ConditionKind.RdSpending && a.Branch == 1);
    }

    [Fact]
    public void Scale_may_stand_in_items_of_its_own()
    {
        var register = Register.Of("""
            临州市科技创新办法
            第二条 研发费用奖补。
            （一）年度研发费用在50万元（含）至200万元之间的，按研发费用的5%给予奖补；
            （二）年度研发费用在200万元（含）以上的，按研发费用的8%给予奖补，最高不超过50万元。
            """);

        register.Only.Name.ShouldBe("研发费用奖补");
        register.Only.Amounts.Select(a => (a.Value, a.Tier?.From)).ShouldBe([(5m, 50m), (8m, 200m), (50m, 200m)]);
    }

    [Fact]
    public void Topics_of_a_guide_hold_their_labels_apart()
    {
        var register = Register.Of("""
            临州市科技专项申报指南
            一、支持专题
            专题一：技术攻关
            支持条件：
            1.项目总投入不低于200万元；
            2.研发人员不少于8人。
            支持方式：每项不超过80万元，实施期不超过24个月。
            专题二：科技贷款贴息
            申报条件：获得银行贷款且按期还本付息。
            贴息标准：按实际支付利息的40%给予贴息，贴息期限不超过2年。
            二、申报时间
            2026年3月1日至4月15日。
            """);

        register.Measures.Select(m => (m.Name, m.Instrument)).ShouldBe([("技术攻关", Instrument.Grant), ("科技贷款贴息", Instrument.LoanSubsidy)]);
        register.Measures[0].Conditions.Select(c => (c.Operator, c.Value)).ShouldBe([(ConditionOperator.AtLeast, 200m), (ConditionOperator.AtLeast, 8m), (ConditionOperator.AtMost, 24m)]);
        register.Measures[0].Amounts.ShouldHaveSingleItem().Years.ShouldBeNull();
        register.Measures[1].Amounts.ShouldHaveSingleItem().Years.ShouldBe(2);
        register.Measures.ShouldAllBe(m => m.Application!.Closes == new DateOnly(2026, 4, 15));
    }

    [Fact]
    public void Paragraphs_of_prose_begin_with_their_names()
    {
        var register = Register.Of("""
            临州市支持新材料企业创新的若干意见
            一、突出企业主体，支持技术创新
            实行研发投入阶梯奖励。对研发费用500万元以上的企业，奖励30万元。
            支持组建创新联合体。由龙头企业牵头、不少于3家企业和2家高校院所参加的创新联合体，按研发投入的20%补助。
            对企业投保产品责任险的，按保费的50%补贴。
            """);

        register.Measures.Select(m => m.Name).ShouldBe(["实行研发投入阶梯奖励", "支持组建创新联合体", "对企业投保产品责任险的"]);
        register.Measures[1].Conditions.Where(c => c.Operator == ConditionOperator.AtLeast).Select(c => register.Quote(c.Span)).ShouldBe(["不少于3家", "2家高校院所"]);
        register.Measures[0].Paragraphs.ShouldNotContain(4);
    }

    [Fact]
    public void Case_by_case_support_is_a_measure_unless_it_is_what_the_document_leaves_out()
    {
        Register.OfArticle("对省级制造业创新中心，补助300万元。省实验室建设按照“一室一策”方式支持。").Measures.Length.ShouldBe(2);
        Register.OfArticle("对省级制造业创新中心，补助300万元。").Measures.Length.ShouldBe(1);
        Register.Of("""
            临州市科技创新办法
            第二条 对高新技术企业，奖励10万元。
            第三条 投资总额10亿元以上的重大项目实行一事一议，不适用本办法。
            """).Measures.Length.ShouldBe(1);
    }

    [Fact]
    public void What_counties_match_is_no_measure()
    {
        var register = Register.Of("""
            临州市科技创新办法
            第二条 对高新技术企业，奖励10万元。
            第三条 县市区应当对第二条奖励给予1:1配套。
            """);

        register.Amounts.ShouldBe([(AmountKind.Fixed, 10m, "万元")]);
    }

    [Theory]
    [InlineData("企业购买创新服务，可获得最高一千万元的科技成果转化贷款。", Instrument.Loan)]
    [InlineData("【检验检测券】委托有资质的机构检测的，按实付金额的30%给予补助。", Instrument.Voucher)]
    [InlineData("【机构奖励】对服务企业30家以上的服务机构，按其创新券兑付额的10%给予奖励。", Instrument.Reward)]
    public void Instrument_is_what_is_had(string article, Instrument instrument) =>
        Register.OfArticle(article).Only.Instrument.ShouldBe(instrument);

    [Theory]
    [InlineData("对在外地设立研发中心，研发人员10人以上的企业，按场地租金的50%补助。", "企业")]
    [InlineData("对向科技型企业发放信用贷款的银行，按年度新增贷款余额的1%给予奖励。", "银行")]
    [InlineData("在孵企业被认定为高新技术企业的，每家奖励运营单位五万元。", "运营单位")]
    public void Beneficiary_is_who_receives(string article, string beneficiary) =>
        Register.OfArticle(article).Only.Beneficiary!.Value.Text.ShouldBe(beneficiary);

    [Fact]
    public void Deadline_of_a_chapter_of_requirements_is_no_condition()
    {
        var register = Register.Of("""
            关于组织申报临州市科技资金的通知
            一、扶持标准
            1.对高新技术企业，奖励10万元。
            二、有关要求
            1.申报单位应于2026年4月30日前登录“临企办”平台完成申报，逾期不予受理。
            """);

        register.Only.Application!.Closes.ShouldBe(new DateOnly(2026, 4, 30));
        register.Only.Conditions.ShouldHaveSingleItem().Kind.ShouldBe(ConditionKind.Recognition);
    }
}
