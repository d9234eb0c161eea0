using System.Collections.Immutable;
using Bot.Answers;
using Bot.Corpus;

namespace Bot.Channels.Tests;

/// <summary>Answers about the sample reports, one of each kind.</summary>
internal static class SampleAnswers
{
    private static readonly Report Linjiang = SampleReports.Linjiang;
    private static readonly Report Qingshi = SampleReports.Qingshi;

    /// <summary>A figure with three sources, one of them a plan.</summary>
    public static Answer Figure { get; } = new Answer.Answered(
        "figure",
        "2021年，临江市全社会研发经费支出62.4亿元，占GDP比重2.31%[1]，列全省第五位。\n\n" +
        "同年新认定高新技术企业214家，总数达到903家[2]。2022年的目标是研发经费占GDP比重达到2.5%[3]（计划数，尚非结果）。",
        AnswerMode.Extractive,
        [
            Cite(1, Linjiang, 2, "2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。"),
            Cite(2, Linjiang, 5, "全年新认定高新技术企业214家，总数达到903家；"),
            Cite(3, Linjiang, 11, "力争全社会研发经费支出占GDP比重达到2.5%，新增高新技术企业不少于200家，技术合同成交额突破45亿元。"),
        ],
        [],
        [
            FigureOf(2, "全社会研发经费支出", 62.40m, "亿元", FigureStatus.Achieved, FigureAspect.Level, 2021, 1),
            FigureOf(5, "高新技术企业", 214m, "家", FigureStatus.Achieved, FigureAspect.New, 2021, 2),
            FigureOf(11, null, 2.5m, "%", FigureStatus.Target, FigureAspect.Share, 2022, 3),
        ],
        ["临江市2022年的高新技术企业目标是多少？", "青石县2021年的研发投入呢？"]);

    /// <summary>A table, and a number that was calculated.</summary>
    public static Answer Comparison { get; } = new Answer.Answered(
        "comparison",
        "2021年新认定高新技术企业，临江市比青石县多183家（214−31=183家）[1][2]。\n\n" +
        "| 指标（2021年） | 临江市 | 青石县 |\n|---|---|---|\n" +
        "| 新认定高新技术企业 | 214家[1] | 31家[2] |\n| 高新技术企业总数 | 903家[1] | 126家[2] |\n| 研发经费占GDP比重 | 2.31%[3] | 1.94%[4] |",
        AnswerMode.Extractive,
        [
            Cite(1, Linjiang, 5, "全年新认定高新技术企业214家，总数达到903家；"),
            Cite(2, Qingshi, 3, "新认定高新技术企业31家，总数达到126家。"),
            Cite(3, Linjiang, 2, "2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。"),
            Cite(4, Qingshi, 3, "全县研发经费支出9.8亿元，占GDP比重1.94%；"),
        ],
        [new ComputedNumber(183.0m, "214−31=183家")],
        [],
        []);

    public static Answer Refusal { get; } = new Answer.Refused(
        "refusal",
        "收录的报告没有写明青石县2021年的专利授权量。\n\n收录的青石县报告涉及2021、2022年，写到了研发经费、高新技术企业等。最接近的内容是该县的研发投入情况[1]。",
        AnswerMode.Extractive,
        [Cite(1, Qingshi, 3, "全县研发经费支出9.8亿元，占GDP比重1.94%；")],
        [],
        [],
        ["青石县2021年研发经费支出是多少？"]);

    public static Answer List { get; } = new Answer.Answered(
        "list",
        "临江市2021年在创新主体和平台方面的主要工作有以下六项：\n\n" +
        "- 新认定高新技术企业214家，总数达到903家[1]\n- 新增省科技型中小企业486家[1]\n- 新建市级企业研发中心57家[1]\n" +
        "- 滨江科创走廊启动建设[2]\n- 引进大院名所共建研究院6家，省级重点实验室增至4家[2]\n- 技术合同成交额达到38.7亿元[2]\n\n" +
        "以上为报告所列全部条目。",
        AnswerMode.Generative,
        [
            Cite(1, Linjiang, 5, "新增省科技型中小企业486家。"),
            Cite(2, Linjiang, 7, "滨江科创走廊启动建设，引进大院名所共建研究院6家，省级重点实验室增至4家。"),
        ],
        [],
        [],
        []);

    /// <summary>A line over years, with a partial year, a year without a point, and a plan.</summary>
    public static Answer Trend { get; } = new Answer.Answered(
        "trend",
        "临江市研发经费支出逐年增长，从2016年的31.2亿元[1]到2021年的62.4亿元[2]。\n\n" +
        "| 时间 | 研发经费支出 |\n|---|---|\n| 2016年 | 31.2亿元[1] |\n| 2017年 | 约36亿元[1] |\n| 2019年 | 44.85亿元[3] |\n" +
        "| 2020年1—11月 | 49.3亿元[3] |\n| 2021年 | 62.4亿元[2] |\n| 2022年（目标） | 不少于70亿元[4] |",
        AnswerMode.Extractive,
        [
            Cite(1, Linjiang, 2, "2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。"),
            Cite(2, Linjiang, 2, "2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。"),
            Cite(3, Qingshi, 3, "全县研发经费支出9.8亿元，占GDP比重1.94%；"),
            Cite(4, Linjiang, 11, "力争全社会研发经费支出占GDP比重达到2.5%，新增高新技术企业不少于200家，技术合同成交额突破45亿元。"),
        ],
        [],
        [],
        [])
    {
        Chart = new Chart("临江市 研发经费支出", "亿元",
        [
            new ChartSeries("临江市",
            [
                Point("2016年", Period.OfYear(2016), 31.2m, "31.2亿元", 1),
                Point("2017年", Period.OfYear(2017), 36m, "约36亿元", 1),
                Point("2019年", Period.OfYear(2019), 44.85m, "44.85亿元", 3),
                Point("2020年1—11月", new Period(2020, 2020, 1, 11), 49.3m, "49.3亿元", 3),
                Point("2021年", Period.OfYear(2021), 62.4m, "62.4亿元", 2),
                Point("2022年", Period.OfYear(2022), 70m, "不少于70亿元", 4, FigureStatus.Target),
            ]),
        ]),
    };

    /// <summary>Several lines that cross.</summary>
    public static Answer Trends { get; } = Trend with
    {
        Id = "trends",
        Chart = new Chart("研发经费占GDP比重", "%",
        [
            new ChartSeries("临江市", [.. Enumerable.Range(2016, 6).Select(year => Point($"{year}年", Period.OfYear(year), 2.05m + ((year - 2016) * 0.06m), $"{2.05m + ((year - 2016) * 0.06m)}%", 1))]),
            new ChartSeries("青石县", [.. Enumerable.Range(2016, 6).Select(year => Point($"{year}年", Period.OfYear(year), 1.8m + ((year - 2016) * 0.11m), $"{1.8m + ((year - 2016) * 0.11m)}%", 3))]),
            new ChartSeries("临江市（目标）", [Point("2022年", Period.OfYear(2022), 2.5m, "达到2.5%以上", 4, FigureStatus.Target)]),
        ]),
    };

    /// <summary>One point for each place.</summary>
    public static Answer Bars { get; } = Trend with
    {
        Id = "bars",
        Chart = new Chart("研发经费支出", "亿元",
        [
            new ChartSeries("临江市", [Point("2021年", Period.OfYear(2021), 62.4m, "62.4亿元", 2)]),
            new ChartSeries("青石县", [Point("2021年1—11月", new Period(2021, 2021, 1, 11), 9.8m, "9.8亿元", 3)]),
            new ChartSeries("临江市", [Point("2022年目标", Period.OfYear(2022), 70m, "不少于70亿元", 4, FigureStatus.Target)]),
        ]),
    };

    /// <summary>As <see cref="Figure"/>, its second source's figure corrected by staff.</summary>
    public static Answer Corrected { get; } = Figure with
    {
        Id = "corrected",
        Figures = Figure.Figures.SetItem(1, Figure.Figures[1] with
        {
            Figure = Figure.Figures[1].Figure with
            {
                Correction = new FigureCorrection("c1", DateTimeOffset.UnixEpoch, null, Figure.Figures[1].Figure),
            },
        }),
    };

    /// <summary>An answer whose every part tries to be markup.</summary>
    public static Answer Malicious { get; } = new Answer.Answered(
        "malicious",
        $"{SampleReports.Hostile}[1]\n\n| {SampleReports.Hostile} | b |\n|---|---|\n| [9] | {SampleReports.Hostile} |\n\n- {SampleReports.Hostile}",
        AnswerMode.Generative,
        [Cite(1, SampleReports.Malicious, 2, SampleReports.Hostile)],
        [new ComputedNumber(1, SampleReports.Hostile)],
        [],
        [SampleReports.Hostile]);

    /// <summary>The sample that a question's words ask for.</summary>
    public static Answer To(Question question) => question.Text switch
    {
        var text when text.Contains("历年比重") => Trends,
        var text when text.Contains("历年") => Trend,
        var text when text.Contains("各地") => Bars,
        var text when text.Contains("更正") => Corrected,
        var text when text.Contains('比') => Comparison,
        var text when text.Contains("专利") => Refusal,
        var text when text.Contains("哪些") => List,
        var text when text.Contains("恶意") => Malicious,
        _ => Figure,
    };

    private static ChartPoint Point(
        string label, Period period, decimal value, string written, int citation, FigureStatus status = FigureStatus.Achieved) =>
        new(label, period, value, written, status, citation);

    private static Citation Cite(int number, Report report, int paragraph, string quote)
    {
        var cited = report.Paragraphs[paragraph - 1];
        return new Citation(
            number, report.Id, report.Metadata.Title, report.Metadata.Region, paragraph, cited.SectionPath, quote, cited.Text);
    }

    private static AnswerFigure FigureOf(
        int paragraph, string? indicator, decimal value, string unit, FigureStatus status, FigureAspect aspect, int year, int citation)
    {
        var span = Linjiang.Paragraphs[paragraph - 1].Span;
        return new AnswerFigure(
            new Figure(
                paragraph, span, span, "临江市", indicator, "研发经费占GDP比重", Period.OfYear(year), value, unit, null, status, aspect, null, null),
            citation);
    }
}
