namespace Bot.Answers.Tests.Answering;

/// <summary>Two short made-up reports and an answerer over them.</summary>
public sealed class MadeUpReports() : IndexedReports(("quzhou.txt", Quzhou), ("lishui.txt", Lishui))
{
    private const string Quzhou = """
        衢州市科技局2022年工作总结和2023年工作计划

        一、2022年工作总结
        （一）壮大创新主体。新认定高新技术企业128家，净增96家，总数达731家。1—10月，规上工业企业研发费用52.4亿元，增长31.6%。新增省级企业研究院6家。
        （二）优化创新生态。发放创新券1200万元，使用860万元。对63家科技型中小企业给予贷款贴息，金额415万元。
        二、2023年工作计划
        全社会R&D经费支出占GDP比重力争达到2.6%以上；高新技术企业突破800家；技术交易额60亿元。
        重点实施“三大行动”：
        （一）实施主体培育行动。完善梯度培育机制。
        （二）实施平台提质行动。建设一批实验室。
        （三）实施成果转化行动。建设科技大市场。
        """;

    private const string Lishui = """
        丽水市科技局2022年工作总结和2023年工作计划

        一、2022年工作总结
        全年新认定高新技术企业90家，高新技术企业总数达502家。
        二、2023年工作计划
        高新技术企业达到560家以上。
        """;
}
