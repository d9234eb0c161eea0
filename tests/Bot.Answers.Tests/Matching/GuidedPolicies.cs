using Bot.Answers.Tests.Answering;

namespace Bot.Answers.Tests.Matching;

/// <summary>The policies of two cities and of a district of one of them, of several kinds and conditions.</summary>
public sealed class GuidedPolicies() : IndexedReports(("shaoxing-policy.txt", Shaoxing), ("yuecheng-policy.txt", Yuecheng), ("jiaxing-policy.txt", Jiaxing))
{
    private const string Shaoxing = """
        绍兴市支持企业创新若干政策

        第一条 本政策适用于在绍兴市注册、具有独立法人资格的企业。
        第二条 研发投入补助。对上年度研发费用200万元以上的科技型中小企业，按研发费用的10%给予补助，最高不超过20万元。
        第三条 高新技术企业奖励。对首次认定的高新技术企业，给予一次性奖励20万元；对重新认定的高新技术企业，给予一次性奖励10万元。
        第四条 贷款贴息。对成立不超过5年的小微企业，按实际支付贷款利息的50%给予贴息，最高不超过30万元。
        第五条 场地补助。对成立不超过3年的企业，按实际支付租金的30%给予补助，最高不超过10万元。
        第六条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string Yuecheng = """
        绍兴市越城区支持企业创新若干政策

        第一条 本政策适用于在绍兴市越城区注册的企业。
        第二条 人才补助。对职工人数20人以上的企业，给予一次性人才补助5万元。
        第三条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string Jiaxing = """
        嘉兴市支持企业创新若干政策

        第一条 本政策适用于在嘉兴市注册的企业。
        第二条 专利资助。对获得发明专利授权的企业，每件给予资助1万元。
        第三条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;
}
