namespace Bot.Corpus.Tests.Measures;

public sealed class MeasureReaderTests
{
    [Fact]
    public void Notice_with_labelled_parts_is_one_measure()
    {
        var register = Register.Of("""
            关于申报2025年度临州市企业研发后补助的通知
            一、支持对象
            在临州市注册、纳税的规上工业企业。
            二、申报条件
            1.上年度研发费用在100万元（含）以上；
            2.近三年未发生重大安全事故。
            三、支持标准
            按上年度研发费用的3%给予补助，最高100万元。
            四、申报时间
            2025年4月1日至4月30日。
            五、申报材料
            注册资本不低于50万元的证明。
            """);

        register.Amounts.ShouldBe([(AmountKind.Rate, 3, "%"), (AmountKind.Ceiling, 100, "万元")]);
        register.Only.Conditions.Select(c => c.Kind).ShouldBe([ConditionKind.Region, ConditionKind.Size, ConditionKind.RdSpending, ConditionKind.Credit]);
        (register.Only.Application!.Opens, register.Only.Application.Closes).ShouldBe((new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 30)));
    }

    [Fact]
    public async Task Table_row_is_a_measure_told_by_the_heads_of_its_columns()
    {
        var document = await Read.TextAsync("""
            # 临州市科技创新奖补标准

            | 项目 | 支持对象 | 条件 | 奖补标准 | 备注 |
            |---|---|---|---|---|
            | 研究院建设补助 | 规上企业 | 新认定省级企业研究院 | 按设备投入的20%补助 | 最高300万元 |
            | 科技保险补贴 | 小微企业 | 购买科技保险 | 保费的60% | |
            """, "table.md");
        var report = new ReportStructurer().Structure(document, null);

        var measures = MeasureReader.Read(report.Metadata, report.Paragraphs);

        measures.Select(m => (m.Name, m.Instrument, m.Beneficiary?.Text)).ShouldBe([
            ("研究院建设补助", Instrument.Grant, "规上企业"),
            ("科技保险补贴", Instrument.Insurance, "小微企业"),
        ]);
        measures[0].Amounts.Select(a => (a.Kind, a.Value)).ShouldBe([(AmountKind.Rate, 20m), (AmountKind.Ceiling, 300m)]);
        measures[1].Amounts.ShouldHaveSingleItem().Base!.Kind.ShouldBe(AmountBaseKind.Premium);
    }

    [Fact]
    public void Validity_is_counted_from_the_first_day_and_names_what_it_repeals()
    {
        var register = Register.Of("""
            临州市科技创新扶持办法（试行）
            第一条 首次认定为高新技术企业的，奖励20万元。证书有效期三年。
            第二条 本办法自2024年4月1日起施行，有效期二年。原《临州市科技扶持办法》（临政发〔2020〕8号）同时废止。
            """);

        var validity = register.Only.Validity;
        (validity.From, validity.To, validity.IsTrial).ShouldBe((new DateOnly(2024, 4, 1), new DateOnly(2026, 3, 31), true));
        validity.Repeals.Select(r => (r.Title, r.DocumentNumber)).ShouldBe([("临州市科技扶持办法", "临政发〔2020〕8号")]);
    }

    [Theory]
    [InlineData("现决定废止《临州市创新券办法》（临科〔2019〕1号）、《临州市贴息细则》，自发布之日起生效。")]
    [InlineData("经研究，《临州市创新券办法》（临科〔2019〕1号）和《临州市贴息细则》予以废止。")]
    [InlineData("经清理，决定废止以下文件：\n1.《临州市创新券办法》（临科〔2019〕1号）\n2.《临州市贴息细则》\n特此通知。根据《临州市文件管理办法》执行。")]
    public void Notice_without_measures_says_what_it_ends(string body)
    {
        var report = Structure.Text.Structured("关于废止部分科技政策文件的通知\n" + body);

        MeasureReader.Read(report.Metadata, report.Paragraphs).ShouldBeEmpty();
        MeasureReader.ReadValidity(report.Metadata, report.Paragraphs).Repeals.Select(r => (r.Title, r.DocumentNumber))
            .ShouldBe([("临州市创新券办法", "临科〔2019〕1号"), ("临州市贴息细则", null)]);
    }

    [Fact]
    public void Report_that_tells_of_a_repeal_ends_nothing()
    {
        var report = Structure.Text.Structured("临州市科技局2024年工作总结\n全年废止《临州市创新券办法》等文件3件。");

        MeasureReader.ReadValidity(report.Metadata, report.Paragraphs).ShouldBe(Validity.NotWritten);
    }

    [Fact]
    public void Question_opens_the_measure_that_its_answer_tells()
    {
        var register = Register.Of("""
            《临州市科技创新若干政策》问答
            一、支持什么
            问：租用算力有没有补贴？
            答：有。规上企业租用算力的，按实际支付费用的40%补助。
            问：上云呢？
            答：小微企业使用云服务的，按实际支付费用的20%补助。
            """);

        register.Measures.Select(m => (m.Name, m.Amounts[0].Value)).ShouldBe([("租用算力有没有补贴？", 40m), ("上云呢？", 20m)]);
        register.Measures.Select(m => m.Conditions[0].Words[0]).ShouldBe(["规模以上企业", "小微企业"]);
    }

    [Theory]
    [InlineData("2024-03-31", MeasureState.Planned)]
    [InlineData("2024-04-01", MeasureState.InForce)]
    [InlineData("2026-03-31", MeasureState.InForce)]
    [InlineData("2026-04-01", MeasureState.Expired)]
    public void State_follows_the_day(string day, MeasureState state)
    {
        var measure = Register.Of("临州市科技扶持办法\n第一条 首次认定为高新技术企业的，奖励20万元。\n第二条 本办法自2024年4月1日起施行，有效期两年。").Only;

        measure.StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(state);
    }

    [Fact]
    public void Later_document_that_names_it_ends_a_measure()
    {
        var measure = Register.OfArticle("首次认定为高新技术企业的，奖励20万元。").Only;

        measure.StateOn(new DateOnly(2025, 6, 1), repealedFrom: new DateOnly(2025, 6, 1)).ShouldBe(MeasureState.Repealed);
        measure.StateOn(new DateOnly(2025, 5, 31), repealedFrom: new DateOnly(2025, 6, 1)).ShouldBe(MeasureState.Undated);
    }

    [Theory]
    [InlineData("同一项目按就高不重复的原则享受。", StackingKind.HighestOnly)]
    [InlineData("本条与省级奖励可叠加享受。", StackingKind.Adds)]
    [InlineData("此前已获低档奖励的，补足差额部分。", StackingKind.Difference)]
    public void Stacking_rule_is_kept_as_written(string sentence, StackingKind kind)
    {
        var register = Register.OfArticle("对新入选的瞪羚企业，奖励50万元。" + sentence);

        var rule = register.Only.Stacking.ShouldHaveSingleItem();
        (rule.Kind, rule.IsGeneral).ShouldBe((kind, false));
    }

    [Theory]
    [InlineData("按同期LPR的50%给予贴息。", Instrument.LoanSubsidy)]
    [InlineData("企业投保科技保险的，按实际缴纳保费的50%给予补贴。", Instrument.Insurance)]
    [InlineData("对企业实际支付的担保费给予50%补贴。", Instrument.Guarantee)]
    [InlineData("按实际发生额的100%在税前加计扣除。", Instrument.TaxRelief)]
    [InlineData("在孵企业租用办公用房的，按租金的30%给予补贴。", Instrument.Space)]
    [InlineData("企业可申领创新券，每年额度不超过10万元。", Instrument.Voucher)]
    public void Instrument_is_told_by_what_is_given_or_what_it_is_given_for(string article, Instrument instrument) =>
        Register.OfArticle(article).Only.Instrument.ShouldBe(instrument);

    [Fact]
    public void Report_tells_of_measures_without_setting_them()
    {
        var register = Register.Of("""
            2023年临州市科技工作总结和2024年工作计划
            一、2023年工作总结
            全年发放创新券4686万元，使用1866万元。
            二、2024年工作计划
            扩大创新券使用范围，推广科技贷款。
            """);

        register.Measures.Select(m => (m.Name, m.Standing, m.Year, m.Amounts.Length)).ShouldBe([
            ("创新券", MeasureStanding.Mentioned, 2023, 0),
            ("创新券", MeasureStanding.Planned, 2024, 0),
            ("科技贷款", MeasureStanding.Planned, 2024, 0),
        ]);
        register.Measures[0].StateOn(new DateOnly(2024, 1, 1)).ShouldBe(MeasureState.OnlyMentioned);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Seed_gives_no_measure_an_amount_that_its_span_does_not_hold(string seed)
    {
        var report = await Structure.Text.SeedAsync(seed);

        var measures = MeasureReader.Read(report.Metadata, report.Paragraphs);

        measures.ShouldAllBe(m => m.Standing != MeasureStanding.Rule && m.Amounts.All(a => m.Span.Contains(a.Span)));
    }
}
