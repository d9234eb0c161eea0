using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Answering;

/// <summary>A zone, a district and a province with reports: none of them answers for another.</summary>
public sealed class RegionScopeTests : IAsyncLifetime
{
    private static readonly (string Name, string Text)[] Reports =
    [
        ("zone.txt", """
            长沙高新技术产业开发区2022年工作总结
            一、主要成效
            全年新认定高新技术企业310家，总数达1890家。专利授权量9120件，增长8%。
            """),
        ("district.txt", """
            佛山市顺德区2022年科技工作总结
            一、主要成效
            全年新认定高新技术企业260家，总数达2740家。
            """),
        ("province.txt", """
            贵州省科学技术厅2022年工作总结
            一、主要成效
            2022年全省研发投入强度为0.99%，比上年提高0.07个百分点。全省高新技术企业达1830家。
            """),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("regions-").FullName;
    private SqliteReportIndex? _index;

    public async Task InitializeAsync()
    {
        _index = SqliteReportIndex.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        foreach (var (name, text) in Reports)
        {
            var path = Path.Combine(_folder, name);
            await File.WriteAllTextAsync(path, text);
            var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);
            await _index.ReplaceAsync(outcome.ShouldBeOfType<ReadOutcome.Success>().Report, name, CancellationToken.None);
        }
    }

    public Task DisposeAsync()
    {
        _index?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("长沙高新区2022年高新技术企业总数多少家", "1890家")]
    [InlineData("长沙高新技术产业开发区2022年高企总数", "1890家")]
    [InlineData("长沙市高新区2022年专利授权量多少件", "9120件")]
    [InlineData("顺德2022年高企总数多少", "2740家")]
    [InlineData("佛山顺德2022年新认定高企几家", "260家")]
    public async Task Region_by_any_of_its_names_is_answered_from_its_own_report(string question, string expected)
    {
        var answer = (await AskAsync(question)).ShouldBeOfType<Answer.Answered>();

        answer.Text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("长沙市2022年高新技术企业总数多少家")]
    [InlineData("佛山市2022年高企总数多少")]
    [InlineData("株洲高新区2022年高企总数")]
    [InlineData("顺德2022年专利授权量多少件")]
    [InlineData("全国2022年研发投入强度是多少")]
    [InlineData("我国2022年高新技术企业多少家")]
    public async Task Region_without_a_report_is_never_answered_from_another_ones(string question)
    {
        (await AskAsync(question)).ShouldBeOfType<Answer.Refused>();
    }

    private Task<Answer> AskAsync(string question) =>
        new Answerer(_index!, TimeProvider.System).AnswerAsync(new Question(question), CancellationToken.None);
}
