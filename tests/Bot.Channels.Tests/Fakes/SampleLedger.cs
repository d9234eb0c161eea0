using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Channels.Tests;

/// <summary>Reports with their figures, of every kind that the ledger shows differently.</summary>
internal static class SampleLedger
{
    public const string Doubt = "不能确定是哪一年的数字";

    /// <summary>Results, a target, part of a year, a doubtful one.</summary>
    public static Report Linjiang { get; } = WithFigures(
        SampleReports.Linjiang,
        (2, "62.4亿元", "全社会R&D经费支出", "研发经费支出", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Level, null, null),
        (2, "18.3%", "全社会R&D经费支出", "研发经费支出", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Growth, null, null),
        (2, "2.31%", "全社会R&D经费支出占GDP比重", "占GDP比重", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Share, "GDP", null),
        (5, "214家", "国家高新技术企业", "高新技术企业", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.New, null, null),
        (5, "903家", "国家高新技术企业", "高新技术企业", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Cumulative, null, null),
        (5, "57家", null, "市级企业研发中心", new Period(2021, 2021, 1, 11), FigureStatus.Achieved, FigureAspect.New, null, null),
        (7, "38.7亿元", "技术交易额", "技术合同成交额", null, FigureStatus.Unclear, FigureAspect.Level, null, Doubt),
        (11, "45亿元", "技术交易额", "技术合同成交额", Period.OfYear(2022), FigureStatus.Target, FigureAspect.Level, null, null));

    /// <summary>A figure that staff corrected.</summary>
    public static Report Qingshi { get; } = Correct(WithFigures(
        SampleReports.Qingshi,
        (3, "9.8亿元", "全社会R&D经费支出", "研发经费支出", Period.OfYear(2020), FigureStatus.Achieved, FigureAspect.Level, null, null),
        (3, "31家", "国家高新技术企业", "高新技术企业", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.New, null, null)));

    /// <summary>Sentences that want to be more than text: markup, a formula, somebody's number.</summary>
    public static Report Hostile { get; } = WithFigures(
        SampleReports.Of(
            "hostile",
            new ReportMetadata(SampleReports.Hostile, "=临江市", null, null, 2021, null, null, null, null, null),
            [],
            (ParagraphKind.Body, [], $"{SampleReports.Hostile}新增项目77个。"),
            (ParagraphKind.Body, [], "=HYPERLINK(\"http://evil.example\"),联系人13812345678，下降-3.2%。")),
        (1, "77个", null, SampleReports.Hostile, Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.New, "@基数", null),
        (2, "-3.2%", null, "+cmd|' /C calc'!A0", Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Growth, null, null));

    public static MemoryIndex Index => MemoryIndex.With(Linjiang, Qingshi);

    /// <summary>A report of so many figures, for paging.</summary>
    public static Report Long(int figures) => WithFigures(
        SampleReports.Of(
            "long",
            new ReportMetadata("很多数字", "长数县", null, null, 2021, null, null, null, null, null),
            [],
            [.. Enumerable.Range(1, figures).Select(number => (ParagraphKind.Body, ImmutableArray<string>.Empty, $"第{number}项投入{number}万元。"))]),
        [
            .. Enumerable.Range(1, figures).Select(number => (
                number, $"{number}万元", (string?)null, "投入", (Period?)Period.OfYear(2021), FigureStatus.Achieved, FigureAspect.Level, (string?)null, (string?)null)),
        ]);

    private static Report WithFigures(
        Report report,
        params (int Paragraph, string Number, string? Indicator, string Words, Period? Period, FigureStatus Status, FigureAspect Aspect, string? Base, string? Doubt)[] figures) =>
        report with
        {
            Figures =
            [
                .. figures.Select(figure =>
                {
                    var paragraph = report.Paragraphs[figure.Paragraph - 1];
                    int at = paragraph.Text.IndexOf(figure.Number, StringComparison.Ordinal) + paragraph.Span.Start;
                    int digits = figure.Number.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-').Count();
                    return new Figure(
                        figure.Paragraph,
                        new TextSpan(at, at + figure.Number.Length),
                        paragraph.Span,
                        report.Metadata.Region,
                        figure.Indicator,
                        figure.Words,
                        figure.Period,
                        decimal.Parse(figure.Number.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture),
                        figure.Number[digits..],
                        figure.Status == FigureStatus.Target ? "突破" : null,
                        figure.Status,
                        figure.Aspect,
                        figure.Base,
                        figure.Doubt);
                }),
            ],
        };

    private static Report Correct(Report report)
    {
        var read = report.Figures[0];
        var corrected = read with
        {
            Period = Period.OfYear(2021),
            Correction = new FigureCorrection("c0", DateTimeOffset.UnixEpoch, "报告写的是2021年", read),
        };
        return report with { Figures = report.Figures.SetItem(0, corrected) };
    }
}
