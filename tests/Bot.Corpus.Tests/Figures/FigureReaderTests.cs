using System.Globalization;

namespace Bot.Corpus.Tests.Figures;

/// <summary>How figures are read from the phrasings of other cities' reports. Each row: sentence → indicator, aspect, value, period.</summary>
public sealed class FigureReaderTests
{
    private static readonly ReportMetadata Metadata = new("报告", "临州市", "江东省", null, 2022, 2023, null, null, null, null);

    [Theory]
    [MemberData(nameof(Results))]
    public void Reader_reads_results_in_the_phrasing_of_any_report(string sentence, string expected)
    {
        var figures = Read(sentence, ReportPart.Summary);

        string.Join("; ", figures.Select(Shown)).ShouldBe(expected);
        figures.ShouldAllBe(figure => figure.Status == FigureStatus.Achieved);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Reader_reads_targets_in_the_phrasing_of_any_report(string sentence, string expected)
    {
        var figures = Read(sentence, ReportPart.Plan);

        string.Join("; ", figures.Select(Shown)).ShouldBe(expected);
        figures.ShouldAllBe(figure => figure.Status == FigureStatus.Target);
    }

    [Fact]
    public void Reader_keeps_a_target_a_target_when_a_summary_quotes_it()
    {
        var figures = Read("超额完成全年120家的目标任务，新认定高新技术企业131家。", ReportPart.Summary);

        figures.Select(figure => (figure.Value, figure.Status)).ShouldBe([(120m, FigureStatus.Target), (131m, FigureStatus.Achieved)]);
        figures[0].Doubt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("技术合同成交额86亿元，完成年度目标80亿元的107.5%。", "年度目标", 80, 107.5)]
    [InlineData("技术合同成交额86亿元，完成全年目标（80亿元）的107.5%。", "全年目标", 80, 107.5)]
    public void Reader_reads_a_result_its_target_and_how_far_it_is_met(string sentence, string plan, double target, double degree)
    {
        var figures = Read(sentence, ReportPart.Summary);

        figures.Select(figure => (figure.Indicator ?? figure.Words, figure.Value, figure.Status, figure.Aspect, figure.Base)).ShouldBe([
            ("技术合同成交额", 86m, FigureStatus.Achieved, FigureAspect.Level, null),
            ("技术合同成交额", (decimal)target, FigureStatus.Target, FigureAspect.Level, null),
            ($"技术合同成交额{plan}完成率", (decimal)degree, FigureStatus.Achieved, FigureAspect.Share, plan),
        ]);
    }

    [Theory]
    [InlineData("其中柯山区新增高新技术企业63家。", "柯山区")]
    [InlineData("全省仅9家企业入选。", "江东省")]
    [InlineData("高新技术企业达612家，居全省第三。", "临州市")]
    public void Reader_tells_whose_number_it_is(string sentence, string region)
    {
        var figures = Read(sentence, ReportPart.Summary);

        figures.ShouldAllBe(figure => figure.Region == region);
    }

    [Fact]
    public void Reader_deals_numbers_out_to_the_places_they_belong_to()
    {
        var figures = Read("技术合同成交额120亿元，东湖区、西山区分别完成36亿元和28亿元。", ReportPart.Summary);

        figures.Select(figure => (figure.Region, figure.Indicator, figure.Value)).ShouldBe([
            ("临州市", "技术合同成交额", 120m), ("东湖区", "技术合同成交额", 36m), ("西山区", "技术合同成交额", 28m)]);
    }

    [Theory]
    [InlineData("实际兑付905万元。")]
    [InlineData("三地合计占全市的41.5%。")]
    [InlineData("各项工作扎实推进，总投资约19亿元。")]
    public void Reader_doubts_what_no_clause_names(string sentence)
    {
        var figures = Read(sentence, ReportPart.Summary);

        figures.ShouldHaveSingleItem().Doubt.ShouldNotBeNull();
    }

    [Fact]
    public void Reader_leaves_status_open_when_neither_part_nor_language_tells()
    {
        var figures = Read("对新认定的企业给予20万元奖励。", ReportPart.Unknown);

        figures.ShouldHaveSingleItem().Status.ShouldNotBe(FigureStatus.Target);
    }

    [Fact]
    public void Reader_points_at_number_unit_and_sentence_in_the_reports_text()
    {
        const string sentence = "新增省级众创空间28家。";
        var paragraph = Paragraphs.Of(sentence, ReportPart.Summary, number: 7, offset: 100);

        var figure = FigureReader.Default.Read(Metadata, [paragraph]).ShouldHaveSingleItem();

        figure.Paragraph.ShouldBe(7);
        figure.Span.Shift(-100).Of(sentence).ShouldBe("28家");
        figure.Sentence.Shift(-100).Of(sentence).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("认真落实“科技新政20条”和《三年行动计划（2021-2023年）》。")]
    [InlineData("融入G60科创走廊，推广5G应用，实施“1236”行动，打造3.0版。")]
    [InlineData("市委常委会第120次会议研究通过，印发〔2022〕27号文件。")]
    [InlineData("党的二十大以来，坚持城乡一体化，开展万众创新，服务世界500强。")]
    [InlineData("1.深化改革。（二）优化环境。一是加强领导。")]
    [InlineData("会议于2022年3月25日召开，第三产业和第一书记工作有序推进。")]
    public void Reader_states_nothing_from_names_dates_and_labels(string sentence)
    {
        var figures = Read(sentence, ReportPart.Summary);

        figures.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Results => Rows("results.tsv");

    public static TheoryData<string, string> Targets => Rows("targets.tsv");

    private static TheoryData<string, string> Rows(string file, [System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells.Length > 1 ? cells[1] : "");
        }
        return rows;
    }

    private static Figure[] Read(string sentence, ReportPart part) =>
        [.. FigureReader.Default.Read(Metadata, [Paragraphs.Of(sentence, part)])];

    // "国家高新技术企业 New 128家 2022", a name of its own words in brackets, a doubt as "?".
    private static string Shown(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Indicator ?? $"({figure.Words})"} {figure.Aspect} {figure.Value}{figure.Unit} {figure.Period?.ToString() ?? "-"}{Rest(figure)}");

    private static string Rest(Figure figure) =>
        (figure.Qualifier is { } qualifier ? " " + qualifier : "") + (figure.Base is { } whole ? " /" + whole : "")
        + (figure.Region != Metadata.Region ? " @" + figure.Region : "") + (figure.Doubt is null ? "" : " ?");
}
