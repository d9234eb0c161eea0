using Bot.Corpus.Tests.Structure;

namespace Bot.Corpus.Tests.Figures;

public sealed class PolicyTermsTests
{
    private const string Policy = """
        某市科技奖补管理办法
        第一条 申领企业应当具备下列条件：
        （一）属于科技型中小企业；
        （二）上年度营业收入不超过2亿元；
        （三）无失信行为。
        第二条 按实际支付金额的40%给予补助，单个企业每年最高20万元。
        第三条 本办法自2023年1月1日起施行。
        """;

    [Fact]
    public void Items_stand_below_their_article_and_what_leads_to_them()
    {
        var report = Text.Structured(Policy);

        report.Holding("2亿元").Section.ShouldBe(["第一条 申领企业应当具备下列条件"]);
        report.Holding("20万元").Section.ShouldBe(["第二条"]);
    }

    [Fact]
    public void Numbers_of_a_policy_say_who_gets_what_and_count_nothing()
    {
        var report = Text.Structured(Policy);

        var figures = FigureReader.Default.Read(report.Metadata, report.Paragraphs);

        figures.Select(f => (f.Value, f.Base, f.Qualifier, f.Words)).ShouldBe([
            (2m, null, "不超过", "上年度营业收入"),
            (40m, "实际支付金额", null, "按实际支付金额"),
            (20m, null, "最高", "按实际支付金额的40%给予补助，单个企业每年"),
        ]);
        figures.ShouldAllBe(f => f.Status == FigureStatus.Unclear && f.Doubt != null && f.Indicator == null);
    }

    [Fact]
    public void A_policy_states_how_things_were_and_shall_be_beside_its_terms()
    {
        const string text = """
            某市促进创新若干措施
            第一条 2021年末，全市有高新技术企业412家，同比增长21%；科技型中小企业入库650家。
            第二条 2021年度营业收入3000万元以上的企业，按研发费用的6%给予补助，最高100万元。
            第三条 2022年市财政安排创新专项资金9000万元，其中平台建设5000万元、人才引进4000万元。到2025年，力争高新技术企业达到800家，研发投入强度达到2.6%。
            """;
        var report = Text.Structured(text);

        var figures = FigureReader.Default.Read(report.Metadata, report.Paragraphs);

        figures.Where(f => f.Doubt is null).Select(f => (f.Indicator ?? f.Words, f.Value, f.Period?.ToString(), f.Status)).ShouldBe([
            ("国家高新技术企业", 412m, "2021", FigureStatus.Achieved),
            ("国家高新技术企业", 21m, "2021", FigureStatus.Achieved),
            ("科技型中小企业入库", 650m, "2021", FigureStatus.Achieved),
            ("市财政安排创新专项资金", 9000m, "2022", FigureStatus.Achieved),
            ("平台建设市财政安排创新专项资金", 5000m, "2022", FigureStatus.Achieved),
            ("人才引进市财政安排创新专项资金", 4000m, "2022", FigureStatus.Achieved),
            ("国家高新技术企业", 800m, "2025", FigureStatus.Target),
            ("全社会R&D经费支出占GDP比重", 2.6m, "2025", FigureStatus.Target),
        ]);
        figures.Where(f => f.Doubt is not null).Select(f => f.Value).ShouldBe([3000m, 6m, 100m]);
    }

    [Theory]
    [InlineData("对首次认定的高新技术企业给予20万元奖励。")]
    [InlineData("中小企业购买服务的，按实际支出的40%给予补助，每家每年最高30万元。")]
    [InlineData("对上年度研发投入超过2000万元的企业，给予增量部分5%的补助。")]
    public void Terms_told_in_a_report_never_answer_as_results(string text)
    {
        var metadata = new ReportMetadata("报告", "临州市", null, null, 2022, 2023, null, null, null, null);

        var figures = FigureReader.Default.Read(metadata, [Paragraphs.Of(text, ReportPart.Summary)]);

        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(f => f.Doubt != null);
    }

    [Theory]
    [InlineData("全年为96家企业发放补助638万元。", 638)]
    [InlineData("兑现奖励资金1860万元，惠及企业62家。", 1860)]
    public void Money_paid_is_a_result(string text, int value)
    {
        var metadata = new ReportMetadata("报告", "临州市", null, null, 2022, 2023, null, null, null, null);

        var figures = FigureReader.Default.Read(metadata, [Paragraphs.Of(text, ReportPart.Summary)]);

        figures.ShouldContain(f => f.Value == value && f.Doubt == null && f.Status == FigureStatus.Achieved);
    }
}
