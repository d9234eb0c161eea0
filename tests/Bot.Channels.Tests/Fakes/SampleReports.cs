using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Channels.Tests;

/// <summary>Reports of places that don't exist.</summary>
internal static class SampleReports
{
    public const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>&\"'";

    public static Report Linjiang { get; } = Of(
        "linjiang_2021",
        new ReportMetadata(
            "2021年临江市科技工作总结和2022年工作思路", "临江市", null, "临江市科技局", 2021, 2022, new DateOnly(2022, 1, 18), null, "临科〔2022〕3号",
            new Uri("https://kj.linjiang.example/2022/0118.html")),
        ["编码为推测所得，请核对个别字符。"],
        (ParagraphKind.Title, [], "2021年临江市科技工作总结和2022年工作思路"),
        (ParagraphKind.Body, [], "2021年，全市研发经费支出62.4亿元，增长18.3%，占GDP比重2.31%，列全省第五位。"),
        (ParagraphKind.Heading, [], "一、2021年主要工作"),
        (ParagraphKind.Heading, ["一、2021年主要工作"], "（一）培育创新主体"),
        (ParagraphKind.Body, ["一、2021年主要工作", "（一）培育创新主体"],
            "全年新认定高新技术企业214家，总数达到903家；新增省科技型中小企业486家。新建市级企业研发中心57家，规上工业企业研发活动覆盖率达到41.6%。"),
        (ParagraphKind.Heading, ["一、2021年主要工作"], "（二）建设创新平台"),
        (ParagraphKind.Body, ["一、2021年主要工作", "（二）建设创新平台"],
            "滨江科创走廊启动建设，引进大院名所共建研究院6家，省级重点实验室增至4家。技术合同成交额达到38.7亿元。"),
        (ParagraphKind.TableRow, ["一、2021年主要工作", "（二）建设创新平台"], "县区：东湖区 | 高新技术企业：312"),
        (ParagraphKind.TableRow, ["一、2021年主要工作", "（二）建设创新平台"], "县区：西山区 | 高新技术企业：188"),
        (ParagraphKind.Heading, [], "二、2022年工作思路"),
        (ParagraphKind.Body, ["二、2022年工作思路"], "力争全社会研发经费支出占GDP比重达到2.5%，新增高新技术企业不少于200家，技术合同成交额突破45亿元。"));

    public static Report Qingshi { get; } = Of(
        "qingshi_2021",
        new ReportMetadata("青石县2021年科技创新工作报告", "青石县", "临江市", "青石县科技局", 2021, 2022, null, null, null, null),
        [],
        (ParagraphKind.Title, [], "青石县2021年科技创新工作报告"),
        (ParagraphKind.Heading, [], "一、工作成效"),
        (ParagraphKind.Body, ["一、工作成效"], "全县研发经费支出9.8亿元，占GDP比重1.94%；新认定高新技术企业31家，总数达到126家。"));

    public static Report Malicious { get; } = Of(
        "恶意 #1?",
        new ReportMetadata(Hostile, Hostile, null, Hostile, 2021, null, null, Hostile, Hostile, new Uri("javascript:alert(3)")),
        [Hostile],
        (ParagraphKind.Heading, [], Hostile),
        (ParagraphKind.Body, [Hostile], $"正文{Hostile}结束。"));

    public static Report Of(
        string id,
        ReportMetadata metadata,
        ImmutableArray<string> warnings,
        params (ParagraphKind Kind, ImmutableArray<string> Section, string Text)[] paragraphs)
    {
        int start = 0;
        var built = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var (kind, section, text) in paragraphs)
        {
            var span = new TextSpan(start, start + text.Length);
            built.Add(new Paragraph(
                built.Count + 1, kind, text, span, section, ReportPart.Summary, [2021], [new Sentence(new TextSpan(0, text.Length), null, ReportPart.Summary, [2021])]));
            start = span.End + 1;
        }

        return new Report(new ReportId(id), "0", metadata, built.ToImmutable(), [], [], warnings);
    }
}
