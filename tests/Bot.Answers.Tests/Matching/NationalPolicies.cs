using Bot.Answers.Tests.Answering;
using Bot.Corpus;

namespace Bot.Answers.Tests.Matching;

/// <summary>A policy of a city beside one of a central office, which holds in the whole country.</summary>
public sealed class NationalPolicies() : IndexedReports(("shaoxing-policy.txt", Shaoxing), ("national-policy.txt", National))
{
    private const string Shaoxing = """
        绍兴市支持企业创新若干政策

        第一条 本政策适用于在绍兴市注册的企业。
        第二条 场地补助。对成立不超过3年的企业，按实际支付租金的30%给予补助，最高不超过10万元。
        第三条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string National = """
        支持科技型企业发展若干政策

        第一条 检测补助。对科技型中小企业，按实际支付检测费用的20%给予补助，最高不超过8万元。
        第二条 首台（套）奖励。对首台（套）重大技术装备的研制企业，给予一次性奖励50万元。
        第三条 参展补助。对参加境外展会的企业，按展位费的50%给予补助，最高不超过6万元。
        第四条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    protected override Report Described(Report report) => report.Id.Value != "national-policy" ? report : report with
    {
        Metadata = report.Metadata with { Region = null, Issuer = "科技部" },
        Measures = [.. report.Measures.Select(m => m with { Region = null, Issuer = null })],
    };
}
