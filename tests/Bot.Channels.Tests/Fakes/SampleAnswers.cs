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
        var text when text.Contains('比') => Comparison,
        var text when text.Contains("专利") => Refusal,
        var text when text.Contains("哪些") => List,
        var text when text.Contains("恶意") => Malicious,
        _ => Figure,
    };

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
