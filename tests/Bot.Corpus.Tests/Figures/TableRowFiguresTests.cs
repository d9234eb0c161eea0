namespace Bot.Corpus.Tests.Figures;

public sealed class TableRowFiguresTests
{
    private static readonly ReportMetadata Metadata = new("报告", "临州市", "江东省", null, 2022, 2023, null, null, null, null);

    [Fact]
    public void Row_of_a_place_gives_its_figures_with_years_and_units_of_the_heads()
    {
        const string row = "市区：东湖区 | 高新技术企业（家）：57 | 2021年高新技术企业（家）：41 | 增幅：39%";

        var figures = Read(row, ReportPart.Summary);

        figures.Select(figure => (figure.Region, figure.Indicator, figure.Value, figure.Unit, figure.Period?.ToString(), figure.Aspect)).Take(2).ShouldBe([
            ("东湖区", "国家高新技术企业", 57m, "家", "2022", FigureAspect.Level),
            ("东湖区", "国家高新技术企业", 41m, "家", "2021", FigureAspect.Level),
        ]);
        figures[2].Aspect.ShouldBe(FigureAspect.Growth);
    }

    [Fact]
    public void Row_of_an_indicator_tells_targets_from_results_by_its_heads()
    {
        const string row = "指标：技术交易额 | 单位：亿元 | 年度目标：80 | 实际完成：86.3";

        var figures = Read(row, ReportPart.Unknown);

        figures.Select(figure => (figure.Indicator, figure.Value, figure.Unit, figure.Status)).ShouldBe([
            ("技术交易额", 80m, "亿元", FigureStatus.Target),
            ("技术交易额", 86.3m, "亿元", FigureStatus.Achieved),
        ]);
    }

    [Fact]
    public void Row_of_a_plan_tells_the_year_before_from_the_goal()
    {
        const string row = "序号：1 | 指标名称：高新技术企业数 | 单位：家 | 2020年实际值：310 | 2025年目标值：620 | 属性：预期性";

        var figures = Read(row, ReportPart.Plan);

        figures.Select(figure => (figure.Indicator, figure.Value, figure.Unit, figure.Period?.ToString(), figure.Status)).ShouldBe([
            ("国家高新技术企业", 310m, "家", "2020", FigureStatus.Achieved),
            ("国家高新技术企业", 620m, "家", "2025", FigureStatus.Target),
        ]);
    }

    [Fact]
    public void Growth_column_has_not_the_unit_of_its_row()
    {
        const string row = "指标：技术合同成交额(亿元) | 2022年：86.3 | 增长(%)：7.5 | 增幅：3.1";

        var figures = Read(row, ReportPart.Summary);

        figures.Select(figure => (figure.Value, figure.Unit, figure.Aspect, figure.Doubt is null)).ShouldBe([
            (86.3m, "亿元", FigureAspect.Level, true),
            (7.5m, "%", FigureAspect.Growth, true),
            (3.1m, "", FigureAspect.Growth, false),
        ]);
    }

    [Fact]
    public void Column_of_a_place_gives_that_place_its_figures()
    {
        const string row = "指标：高新技术企业（家） | 海宁市：57 | 平湖市：41";

        var figures = Read(row, ReportPart.Summary);

        figures.Select(figure => (figure.Region, figure.Indicator, figure.Value)).ShouldBe([("海宁市", "国家高新技术企业", 57m), ("平湖市", "国家高新技术企业", 41m)]);
    }

    [Fact]
    public void Row_of_a_part_takes_name_and_unit_from_the_row_above()
    {
        Paragraph[] rows = [
            Row("指标：专利授权量（件） | 2021年：4120 | 2022年：4380"),
            Row("指标：其中：发明专利 | 2021年：510 | 2022年：604"),
            Row("指标：技术合同成交额（亿元） | 2021年：40 | 2022年：52"),
        ];

        var figures = FigureReader.Default.Read(Metadata, [.. rows]);

        figures.Skip(2).Take(2).Select(figure => (figure.Indicator, figure.Value, figure.Unit, figure.Period?.ToString())).ShouldBe([
            ("发明专利授权量", 510m, "件", "2021"),
            ("发明专利授权量", 604m, "件", "2022"),
        ]);
        figures[4].Indicator.ShouldBe("技术合同成交额");
    }

    [Fact]
    public void Rows_take_the_unit_of_the_line_above_the_table_and_no_further()
    {
        Paragraph[] lines = [
            Paragraphs.Of("主要指标（单位：亿元）", ReportPart.Summary),
            Row("指标：技术合同成交额 | 2022年：52"),
            Paragraphs.Of("各项工作有序推进。", ReportPart.Summary),
            Row("指标：技术合同成交额 | 2022年：52"),
        ];

        var figures = FigureReader.Default.Read(Metadata, [.. lines]);

        figures.Select(figure => figure.Unit).ShouldBe(["亿元", ""]);
    }

    [Fact]
    public void Row_points_at_its_numbers()
    {
        const string row = "市区：东湖区 | 高企：57";

        var figure = Read(row, ReportPart.Summary).ShouldHaveSingleItem();

        figure.Span.Of(row).ShouldBe("57");
    }

    private static Paragraph Row(string text) => Paragraphs.Of(text, ReportPart.Summary, kind: ParagraphKind.TableRow);

    private static Figure[] Read(string row, ReportPart part) =>
        [.. FigureReader.Default.Read(Metadata, [Paragraphs.Of(row, part, kind: ParagraphKind.TableRow)])];
}
