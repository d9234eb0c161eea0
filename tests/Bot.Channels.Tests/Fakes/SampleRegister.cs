using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Channels.Tests;

/// <summary>Documents with their measures, of every kind that the register shows differently.</summary>
internal static class SampleRegister
{
    private const string Rule = "对规上企业按研发费用的10%给予补助，最高不超过50万元。";
    private const string General = "申报主体须在本市注册，信誉卓著，联系人13812345678。";

    /// <summary>A city's rules: one with a rate, a ceiling, a general condition and a gap, one planned for later.</summary>
    public static Report Linjiang { get; } = With(
        SampleReports.Of(
            "linjiang_rules",
            new ReportMetadata("临江市研发补助办法", "临江市", null, "临江市科技局", null, null, new DateOnly(2024, 1, 1), null, "临科〔2024〕1号", null),
            [],
            (ParagraphKind.Heading, [], "第一条 研发补助"),
            (ParagraphKind.Body, ["第一条 研发补助"], Rule),
            (ParagraphKind.Heading, [], "第二条 申报"),
            (ParagraphKind.Body, ["第二条 申报"], General)),
        report =>
        [
            Of(report, 1, "研发补助", 2) with
            {
                Beneficiary = new Wording("规上企业", At(report, "规上企业")),
                Amounts =
                [
                    new(1, AmountKind.Rate, 10, "%", At(report, "10%"), new AmountBase(AmountBaseKind.RdSpending, new Wording("研发费用", At(report, "研发费用")))),
                    new(1, AmountKind.Ceiling, 50, "万元", At(report, "最高不超过50万元")),
                ],
                Conditions =
                [
                    new(1, ConditionKind.Size, At(report, "规上企业"), ConditionOperator.In, Words: ["规模以上企业"]),
                    new(0, ConditionKind.Region, At(report, "在本市注册"), ConditionOperator.In, Words: ["临江市"], IsGeneral: true),
                    new(0, ConditionKind.Unread, At(report, "信誉卓著"), IsGeneral: true),
                ],
                Stacking = [new(StackingKind.HighestOnly, At(report, "最高不超过50万元"))],
                Validity = new Validity(
                    new DateOnly(2024, 1, 1), new DateOnly(2098, 12, 31), true,
                    [new NamedDocument("临江市旧办法", null, At(report, "申报"))], null),
            },
        ]);

    /// <summary>What the city's rules ended, and a measure of its county that is only told of.</summary>
    public static Report Old { get; } = With(
        SampleReports.Of(
            "linjiang_old",
            new ReportMetadata("临江市旧办法", "临江市", null, null, null, null, null, null, null, null),
            [],
            (ParagraphKind.Body, [], "给予奖励。")),
        report => [Of(report, 1, "奖励", 1) with { Instrument = Instrument.Reward }]);

    public static Report Qingshi { get; } = With(
        SampleReports.Of(
            "qingshi_told",
            new ReportMetadata("青石县工作总结", "青石县", "临江市", null, 2025, null, null, null, null, null),
            [],
            (ParagraphKind.Body, [], "发放科技创新券200万元。")),
        report => [Of(report, 1, "科技创新券", 1) with { Instrument = Instrument.Voucher, Standing = MeasureStanding.Mentioned, Year = 2025 }]);

    /// <summary>Words that want to be more than text.</summary>
    public static Report Hostile { get; } = With(
        SampleReports.Of(
            "hostile",
            new ReportMetadata(SampleReports.Hostile, "=临江市", null, null, null, null, null, null, null, null),
            [],
            (ParagraphKind.Body, [], $"=给予{SampleReports.Hostile}奖励7万元。")),
        report =>
        [
            Of(report, 1, SampleReports.Hostile, 1) with
            {
                Amounts = [new(1, AmountKind.Fixed, 7, "万元", At(report, "7万元"))],
                Conditions = [new(1, ConditionKind.Unread, At(report, SampleReports.Hostile))],
            },
        ]);

    public static Report[] All => [Linjiang, Old, Qingshi];

    /// <summary>A document of so many measures, for paging.</summary>
    public static Report Long(int measures) => With(
        SampleReports.Of(
            "long",
            new ReportMetadata("很多措施", "长数县", null, null, null, null, null, null, null, null),
            [],
            [.. Enumerable.Range(1, measures).Select(number => (ParagraphKind.Body, ImmutableArray<string>.Empty, $"给予第{number}项补助。"))]),
        report => [.. Enumerable.Range(1, measures).Select(number => Of(report, number, $"第{number}项", number))]);

    private static Measure Of(Report report, int number, string name, int paragraph) => new(
        number, name, Instrument.Grant, MeasureStanding.Rule, report.Paragraphs[paragraph - 1].Span, [paragraph], null, [], [], [], null,
        report.Metadata.Region, report.Metadata.Issuer, report.Metadata.DocumentNumber, Validity.NotWritten, null);

    private static TextSpan At(Report report, string words)
    {
        int start = report.Text.LastIndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    private static Report With(Report report, Func<Report, ImmutableArray<Measure>> measures) => report with { Measures = measures(report) };
}
