using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests;

/// <summary>Two cities' policies, read and indexed by the real parts, on 1 June 2026.</summary>
internal sealed class SamplePolicies : IDisposable
{
    private const string Shaoxing = """
        绍兴市扶持企业若干措施

        第一条 本措施适用于在绍兴市注册、具有独立法人资格的企业。
        第二条 研发投入补助。对上年度研发费用100万元以上的规上企业，按研发费用的5%给予补助，最高不超过40万元。
        第三条 贷款贴息。对成立不超过5年的小微企业，按实际支付贷款利息的50%给予贴息，最高不超过30万元。
        第四条 高新技术企业奖励。对首次认定的高新技术企业，给予一次性奖励20万元。
        第五条 本措施自2025年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string Jiaxing = """
        嘉兴市扶持企业若干措施

        第一条 本措施适用于在嘉兴市注册的企业。
        第二条 专利资助。对获得发明专利授权的企业，每件给予资助1万元。
        第三条 本措施自2025年1月1日起施行，有效期至2027年12月31日。
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("policies-").FullName;
    private readonly SqliteReportIndex _index;

    private SamplePolicies()
    {
        _index = SqliteReportIndex.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        Matchmaker = new Matchmaker(_index, new SetTime { Now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) });
    }

    public Matchmaker Matchmaker { get; }

    public static async Task<SamplePolicies> OpenAsync()
    {
        var policies = new SamplePolicies();
        foreach (var (name, text) in new[] { ("shaoxing.txt", Shaoxing), ("jiaxing.txt", Jiaxing) })
        {
            var path = Path.Combine(policies._folder, name);
            await File.WriteAllTextAsync(path, text);
            var read = await new CorpusReader().ReadAsync(path, CancellationToken.None);
            await policies._index.ReplaceAsync(read.ShouldBeOfType<ReadOutcome.Success>().Report, name, CancellationToken.None);
        }

        return policies;
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
