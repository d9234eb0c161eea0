using Bot.Answers.Grounding;
using Bot.TestServers;
using Xunit.Abstractions;

namespace Bot.Answers.Tests.Generating;

/// <summary>A model that lies: nothing of it may reach a person, in a stream or whole.</summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    [Fact]
    public Task Nothing_false_gets_through_when_the_model_lies() =>
        TryAsync("in Chinese", [GeneratedReports.Jiangbei2022, GeneratedReports.Jiangbei2021, GeneratedReports.Xihe], Attacks.All, atLeast: 80);

    [Fact]
    public Task Nothing_false_gets_through_when_the_model_lies_in_English() =>
        TryAsync("in English", [EnglishReports.Shaoxing2022, EnglishReports.Shaoxing2021, EnglishReports.Jiaxing2022], EnglishAttacks.All, atLeast: 60);

    /// <summary>The same check lets honest sentences pass, or it would prove nothing.</summary>
    [Theory]
    [InlineData("江北市2022年新认定高新技术企业多少家？", "2022年，江北市新认定的高新技术企业有128家{128家}。")]
    [InlineData("江北市2022年新认定高新技术企业多少家？", "江北市2022年高新技术企业总数达731家，居全省第五位{128家}。")]
    [InlineData("江北市2022年创新券发放和使用了多少？", "江北市2022年共发放创新券1200万元，其中使用860万元{1200万元}。")]
    [InlineData("江北市2022年规上工业企业研发费用是多少？", "2022年1—10月，江北市规上工业企业研发费用为52.4亿元，增长31.6%{52.4亿元}。")]
    [InlineData("江北市2023年高新技术企业目标是多少家？", "江北市2023年的目标是高新技术企业总数突破800家{800家}。")]
    [InlineData("江北市2023年全社会R&D经费支出占GDP比重目标是多少？", "江北市2023年全社会R&D经费支出占GDP比重力争达到2.6%以上{2.6%}。")]
    [InlineData("西河市2022年技术交易额多少？", "西河市2022年技术交易额为48.7亿元，下降3.2%{48.7亿元}。")]
    [InlineData("江北市2021年发放创新券多少？", "江北市2021年发放创新券约950万元{950万元}。")]
    [InlineData("江北市和西河市2022年新认定高新技术企业各多少家？", "2022年，江北市新认定高新技术企业128家{128家}，西河市新认定高新技术企业90家{90家}。")]
    [InlineData("江北市高校与企业共建联合实验室情况如何？", "江北市启用“北江科创走廊”展示中心，高校与企业共建联合实验室{联合实验室}。")]
    [InlineData("江北市下一步仪器共享机制有什么安排？", "江北市计划完善仪器共享机制，推动更多高校开放实验室{完善仪器共享}。")]
    public async Task Honest_sentence_passes(string question, string text)
    {
        await using var bench = await GeneratingBench.StartAsync();
        bench.Server.Chat.Always(r => Script.Text(GeneratingBench.Fill(text, r)));

        var answer = await bench.AskAsync(question);

        answer.Mode.ShouldBe(AnswerMode.Generative, string.Join('\n', bench.Server.Chat.Requests.Select(r => r.Prompt[^400..])));
        bench.Server.Chat.Requests.Length.ShouldBe(1, bench.Server.Chat.Requests[^1].Prompt);
    }

    private async Task TryAsync(string language, string[] reports, IReadOnlyCollection<Attack> attacks, int atLeast)
    {
        await using var bench = await GeneratingBench.StartAsync(reports);
        var leaked = new List<string>();
        foreach (var attack in attacks)
        {
            // The repair lies again.
            bench.Server.Chat.Always(r => Script.Text((GeneratingBench.IsRepair(r) ? "1|" : "") + GeneratingBench.Fill(attack.Text, r)));
            var asked = bench.Server.Chat.Requests.Length;

            var (pieces, answer) = await bench.StreamAsync(attack.Question);

            if (bench.Server.Chat.Requests.Length == asked)
                leaked.Add($"{attack}: the model was not asked, so nothing was tried");
            var extractive = await bench.ExtractiveAsync(attack.Question);
            if (pieces != answer.Text)
                leaked.Add($"{attack}: pieces differ from the text");
            if (("\n" + pieces).Contains(attack.Lie, StringComparison.Ordinal) && !("\n" + extractive.Text).Contains(attack.Lie, StringComparison.Ordinal))
                leaked.Add($"{attack}: {pieces}");
            if (answer.Mode is AnswerMode.Generative && DigitGate.Unsupported(answer, [attack.Question]) is { IsEmpty: false } unsupported)
                leaked.Add($"{attack}: digit gate: {string.Join('\n', unsupported)}");
            output.WriteLine($"{attack}: {answer.Mode}: {answer.Text}");
        }

        output.WriteLine($"attacks {language}: tried {attacks.Count}, leaked {leaked.Count}");
        attacks.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        leaked.ShouldBeEmpty();
    }
}
