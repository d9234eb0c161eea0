using Bot.Answers.Tests.Answering;

namespace Bot.Answers.Tests.Matching;

/// <summary>A city's policy document beside a report of the same city that only mentions support.</summary>
public sealed class RegisteredPolicies() : IndexedReports(("shaoxing-policy.txt", Policy), ("shaoxing-report.txt", Report))
{
    private const string Policy = """
        绍兴市支持企业创新若干政策

        第一条 本政策适用于在绍兴市注册、具有独立法人资格的企业。
        第二条 研发投入补助。对上年度研发费用200万元以上的科技型中小企业，按研发费用的10%给予补助，最高不超过20万元。
        第三条 高新技术企业奖励。对首次认定的高新技术企业，给予一次性奖励20万元；对重新认定的高新技术企业，给予一次性奖励10万元。
        第四条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string Report = """
        绍兴市科技局2025年工作总结和2026年工作计划

        一、2025年工作总结
        发放创新券4686万元，使用1866万元。新认定高新技术企业362家。
        二、2026年工作计划
        新认定高新技术企业400家。
        """;
}
