using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests;

/// <summary>The web channel over a real index of a city's policy document, read as it would be, and a report that only mentions support. The day is 2026-06-01.</summary>
internal sealed class MatchServer : IAsyncDisposable
{
    /// <summary>As the first measure is written.</summary>
    public const string ResearchRule = "对上年度研发费用200万元以上的科技型中小企业，按研发费用的10%给予补助，最高不超过20万元。";

    private const string Policy = $"""
        绍兴市支持企业创新若干政策

        第一条 本政策适用于在绍兴市注册、具有独立法人资格的企业。
        第二条 研发投入补助。{ResearchRule}
        第三条 高新技术企业奖励。对首次认定的高新技术企业，给予一次性奖励20万元；对重新认定的高新技术企业，给予一次性奖励10万元。
        第四条 重大研发补助。对上年度研发费用5000万元以上的企业，给予补助100万元。
        第五条 本政策自2024年1月1日起施行，有效期至2027年12月31日。
        """;

    private const string Told = """
        绍兴市科技局2025年工作总结和2026年工作计划

        一、2025年工作总结
        发放创新券4686万元，使用1866万元。新认定高新技术企业362家。
        """;

    private readonly DirectoryInfo _folder;
    private readonly SqliteReportIndex _index;

    private MatchServer(DirectoryInfo folder, SqliteReportIndex index, BotServer bot) => (_folder, _index, Bot) = (folder, index, bot);

    public BotServer Bot { get; }

    public HttpClient Client => Bot.Client;

    /// <param name="reports">Beside the two, or none.</param>
    /// <param name="settings">Of the web channel.</param>
    public static async Task<MatchServer> StartAsync(Report[]? reports = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("match");
        var time = new SetTime { Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) };
        var index = SqliteReportIndex.Open(folder.FullName, time, NullLogger<SqliteReportIndex>.Instance);
        foreach (var (name, text) in new[] { ("shaoxing-policy.txt", Policy), ("shaoxing-report.txt", Told) })
        {
            string path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, text);
            var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);
            await index.ReplaceAsync(outcome.ShouldBeOfType<ReadOutcome.Success>().Report, name, CancellationToken.None);
        }

        foreach (var report in reports ?? [])
            await index.ReplaceAsync(report, report.Id + ".txt", CancellationToken.None);
        return new MatchServer(folder, index, await BotServer.StartAsync(index: index, time: time, settings: settings));
    }

    /// <summary>Sends the form of the page, as a browser does.</summary>
    public Task<HttpResponseMessage> SubmitAsync(params (string Name, string Value)[] fields) =>
        Client.PostAsync(new Uri("/match", UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>The page that comes back.</summary>
    public async Task<string> PageAsync(params (string Name, string Value)[] fields)
    {
        using var response = await SubmitAsync(fields);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _index.Dispose();
        _folder.Delete(recursive: true);
    }
}
