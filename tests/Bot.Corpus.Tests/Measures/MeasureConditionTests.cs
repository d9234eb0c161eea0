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
    [InlineData("研发人员全时当量达到15人年", ConditionKind.Staff, ConditionOperator.AtLeast, 15)]
    [InlineData("自筹资金与财政资金之比不低于3:2", ConditionKind.Other, ConditionOperator.AtLeast, 1.5)]
    [InlineData("投资期满2年", ConditionKind.Other, ConditionOperator.AtLeast, 2)]
    [InlineData("成立满两个完整会计年度", ConditionKind.Age, ConditionOperator.AtLeast, 2)]
    [InlineData("建设期不超过24个月", ConditionKind.Other, ConditionOperator.AtMost, 24)]
    [InlineData("设备（含软件）投资额300万元以上", ConditionKind.Other, ConditionOperator.AtLeast, 300)]
    [InlineData("软硬件投入达到100万元以上", ConditionKind.Other, ConditionOperator.AtLeast, 100)]
    public void Measured_condition_has_its_comparison_and_value(string words, ConditionKind kind, ConditionOperator op, double value)
    {
        var register = Register.OfArticle($"对{words}的企业，奖励10万元。");

        var condition = register.Only.Conditions.ShouldHaveSingleItem();
        (condition.Kind, condition.Operator, condition.Value).ShouldBe((kind, op, (decimal)value));
        words.ShouldContain(register.Quote(condition.Span));
    }

    [Theory]
    [InlineData("对民营企业，奖励10万元。", "民营企业", ConditionKind.Other)]
    [InlineData("对落户青溪区的企业，奖励10万元。", "落户青溪区", ConditionKind.Region)]
    [InlineData("对2025年度在青溪区注册的企业，奖励10万元。", "在青溪区注册", ConditionKind.Region)]
    [InlineData("对入驻市级以上产业园区的企业，奖励10万元。", "入驻市级以上产业园区", ConditionKind.Platform)]
    [InlineData("对取得安全生产许可证的企业，奖励10万元。", "取得安全生产许可证", ConditionKind.Recognition)]
    [InlineData("对获得银行科技贷款的企业，奖励10万元。", "获得银行科技贷款", ConditionKind.Other)]
    [InlineData("对列入国家首批次应用示范指导目录的产品，奖励10万元。", "列入国家首批次应用示范指导目录", ConditionKind.Recognition)]
    [InlineData("对成果在本市产业化的企业，奖励10万元。", "在本市产业化", ConditionKind.Region)]
    [InlineData("对成长期企业，奖励10万元。", "成长期企业", ConditionKind.Size)]
    [InlineData("企业以专利权质押取得贷款的，奖励10万元。", "以专利权质押取得贷款", ConditionKind.IntellectualProperty)]
    public void Named_condition_is_of_the_kind_that_its_words_say(string article, string words, ConditionKind kind)
    {
        var register = Register.OfArticle(article);

        var condition = register.Only.Conditions.ShouldHaveSingleItem();
        condition.Kind.ShouldBe(kind);
        register.Quote(condition.Span).ShouldContain(words[^4..]);
    }

    [Fact]
    public void Year_before_a_place_is_no_part_of_its_name()
    {
        var register = Register.OfArticle("对2025年度青溪区注册的企业，在2025年度青溪区内纳税的，奖励10万元。");

        register.Only.Conditions.Where(c => c.Kind == ConditionKind.Region).SelectMany(c => c.Words).ShouldAllBe(place => place == "青溪区");
    }

    [Fact]
    public void Share_without_a_subject_is_of_what_the_clause_before_named()
    {
        var register = Register.OfArticle("对研发费用不少于30万元，且占营业收入的比例不低于5%的企业，奖励10万元。");

        register.Conditions.ShouldBe([(ConditionKind.RdSpending, ConditionOperator.AtLeast, 30m), (ConditionKind.RdShare, ConditionOperator.AtLeast, 5m)]);
    }

    [Fact]
    public void Growth_without_a_subject_is_of_what_the_clause_before_named()
    {
        var register = Register.OfArticle("对研发费用占营业收入比重3%以上，且同比增长10%以上的企业，奖励10万元。");

        register.Conditions.ShouldBe([(ConditionKind.RdShare, ConditionOperator.AtLeast, 3m), (ConditionKind.RdGrowth, ConditionOperator.AtLeast, 10m)]);
    }

    [Fact]
    public void What_is_held_for_the_first_time_is_held()
    {
        var register = Register.OfArticle("对新认定的市级绿色工厂，奖励10万元。");

        register.Only.Conditions.Select(c => (c.Kind, register.Quote(c.Span))).ShouldBe([(ConditionKind.FirstTime, "新认定"), (ConditionKind.Recognition, "市级绿色工厂")]);
    }

    [Fact]
    public void Name_and_level_share_the_words_that_both_have()
    {
        var register = Register.OfArticle("对全国重点实验室，补助500万元；对国家高新技术企业，补助10万元。");

        register.Only.Conditions.SelectMany(c => c.Words).ShouldBe(["全国重点实验室", "高新技术企业"]);
    }

    [Fact]
    public void Sector_and_what_stands_beside_it_are_two_demands()
    {
        var register = Register.Of("""
            临州市新材料产业若干意见
            第一条 对高新技术企业，奖励10万元。
            第二条 本意见支持的企业，应当主营生物医药或者稀有金属材料，近三年没有发生环境污染事故。烟草及其配套企业不适用本意见。
            """);

        register.Only.Conditions.Where(c => c.IsGeneral).Select(c => (c.Kind, c.Operator, c.Either))
            .ShouldBe([(ConditionKind.Sector, ConditionOperator.In, 0), (ConditionKind.Credit, ConditionOperator.None, 0), (ConditionKind.Sector, ConditionOperator.NotIn, 0)]);
    }

    [Fact]
    public void Lead_of_a_list_asks_nothing_itself()
    {
        var register = Register.Of("""
            临州市科技创新办法
            第二条 （研发补助）企业申请研发补助，应当满足下列条件：
            （一）成立1年以上；
            （二）近两年研发费用不下降。
            补助额按研发费用的5%计算，最高不超过50万元。
            """);

        register.Only.Name.ShouldBe("研发补助");
        register.Only.Conditions.Select(c => c.Kind).ShouldBe([ConditionKind.Age, ConditionKind.RdGrowth]);
    }

    [Fact]
    public void Standing_that_must_not_be_held_is_asked_for_as_such()
    {
        var register = Register.OfArticle("对未上市的规上工业企业，奖励10万元。");

        register.Only.Conditions.Select(c => (c.Kind, c.Operator)).ShouldBe([(ConditionKind.Recognition, ConditionOperator.NotIn), (ConditionKind.Size, ConditionOperator.In)]);
    }

    [Fact]
    public void Standing_asks_nothing_where_any_enterprise_may_apply_as_well()
    {
        var register = Register.OfArticle("对企业、高校、新型研发机构和社会组织，奖励10万元。");

        register.Only.Conditions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("企业开展研发活动实际发生的检测费用，按20%给予补助。")]
    [InlineData("企业租用场地的，200平方米以内的部分按租金的20%给予补助。")]
    public void What_support_is_counted_in_is_no_condition(string article)
    {
        var register = Register.OfArticle(article);

        register.Only.Conditions.ShouldAllBe(c => c.Kind == ConditionKind.Other && c.Value == null);
        register.Only.HasGaps.ShouldBeFalse();
    }

    [Fact]
    public void Number_in_a_sentence_behind_the_sums_is_asked_for()
    {
        var register = Register.OfArticle("对创投机构，按投资额的5%给予奖励。被投企业成立时间不超过5年，职工人数不超过200人。");

        register.Conditions.ShouldBe([(ConditionKind.Age, ConditionOperator.AtMost, 5m), (ConditionKind.Staff, ConditionOperator.AtMost, 200m)]);
    }

    [Fact]
    public void Definition_takes_its_terms_place_among_alternatives()
    {
        var register = Register.Of("""
            临州市科技创新扶持办法
            第一条 本办法所称初创企业，是指登记注册时间不超过5年的企业。
            第二条 对初创企业和科技型中小企业给予3万元补助。
            """);

        register.Only.Conditions.Select(c => c.Kind).ShouldBe([ConditionKind.Age, ConditionKind.Recognition]);
        register.Only.Conditions.Select(c => c.Either).Distinct().ShouldHaveSingleItem().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Exclusions_listed_in_the_first_chapter_hold_for_all()
    {
        var register = Register.Of("""
            临州市科技创新若干政策
            第一章 总则
            第一条 有下列情形之一的，不予支持：
            （一）主要财产已被人民法院采取保全措施；
            （二）被列入严重失信名单。
            第二章 奖励
            第二条 对规上企业给予9万元补助。
            """);

        register.Only.Conditions.Where(c => c.IsGeneral).Select(c => (c.Kind, c.Either)).ShouldBe([(ConditionKind.Other, 0), (ConditionKind.Credit, 0)]);
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
