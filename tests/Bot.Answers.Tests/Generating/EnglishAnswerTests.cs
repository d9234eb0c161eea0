using Bot.TestServers;

namespace Bot.Answers.Tests.Generating;

/// <summary>Questions in English are answered in English, held against Chinese paragraphs.</summary>
public sealed class EnglishAnswerTests
{
    private const string Recognised = "How many high-tech enterprises were newly recognised in Shaoxing in 2022?";

    [Theory]
    [InlineData(Recognised, "In 2022, Shaoxing newly recognised 128 high-tech enterprises {128家}.")]
    [InlineData(Recognised, "A total of 128 high-tech enterprises were newly recognised in Shaoxing City in 2022, a net increase of 96 {128家}.")]
    [InlineData(Recognised, "128 high-tech enterprises were newly recognised in Shaoxing in 2022, with a net increase of 96 {128家}.")]
    [InlineData(Recognised, "Shaoxing newly recognised 128 high-tech enterprises in 2022, bringing the total to 731, ranking fifth in the province. {128家}")]
    [InlineData("How many high-tech enterprises does Shaoxing have in total in 2022?", "The total number of high-tech enterprises in Shaoxing reached 731 in 2022 {128家}.")]
    [InlineData("How much were the R&D expenses of industrial enterprises above designated size in Shaoxing in 2022?", "From January to November 2022, the R&D expenses of industrial enterprises above designated size in Shaoxing were 13.969 billion yuan, up 45.8% {139.69亿元}.")]
    [InlineData("How much were the R&D expenses of industrial enterprises above designated size in Shaoxing in 2022?", "In the first 11 months of 2022, R&D expenses of above-scale industrial enterprises in Shaoxing reached RMB 13.969 billion, an increase of 45.8 percent {139.69亿元}.")]
    [InlineData("How much was issued in innovation vouchers in Shaoxing in 2022?", "Shaoxing issued innovation vouchers of 12 million yuan in 2022, and used 8.6 million yuan {1200万元}.")]
    [InlineData("How much was issued in innovation vouchers in Shaoxing in 2021?", "Shaoxing issued about 9.5 million yuan in innovation vouchers in 2021 {950万元}.")]
    [InlineData("What is the 2023 target for the number of high-tech enterprises in Shaoxing?", "Shaoxing's 2023 target is a total of over 800 high-tech enterprises {800家}.")]
    [InlineData("What was the technology transaction volume of Jiaxing in 2022?", "The technology transaction volume of Jiaxing was 4.87 billion yuan in 2022, down 3.2% {48.7亿元}.")]
    [InlineData("How many valid invention patents did Shaoxing have in 2022?", "Shaoxing had 3,028 valid invention patents in 2022 {3028件}.")]
    [InlineData("How many high-tech enterprises were newly recognised in Shaoxing and Jiaxing in 2022?", "In 2022, Shaoxing newly recognised 128 high-tech enterprises {128家} and Jiaxing newly recognised 90 {90家}.")]
    [InlineData("What is known about joint laboratories of universities and enterprises in Shaoxing?", "In Shaoxing, universities and enterprises jointly built joint laboratories, and technical personnel can book large instruments with vouchers {联合实验室}.")]
    [InlineData("What is known about joint laboratories of universities and enterprises in Shaoxing?", "Shaoxing opened the exhibition centre of the “北江科创走廊” {联合实验室}.")]
    public async Task Honest_English_sentence_passes(string question, string text)
    {
        await using var bench = await StartAsync();
        bench.Server.Chat.Always(r => Script.Text(GeneratingBench.Fill(text, r)));

        var answer = await bench.AskAsync(question);

        var asked = bench.Server.Chat.Requests;
        asked.ShouldNotBeEmpty();
        asked.Length.ShouldBe(1, asked[^1].Prompt[asked[^1].Prompt.LastIndexOf("<<<", StringComparison.Ordinal)..]);
        answer.Mode.ShouldBe(AnswerMode.Generative, answer.Text);
    }

    [Fact]
    public async Task Answer_is_in_English_and_quotes_the_Chinese_sentence()
    {
        await using var bench = await StartAsync();
        bench.Server.Chat.Always(r => Script.Text(GeneratingBench.Fill("In 2022, Shaoxing newly recognised 128 high-tech enterprises {128家}. The net increase of high-tech enterprises was 96 {128家}.", r)));

        var (pieces, answer) = await bench.StreamAsync(Recognised);

        answer.Text.ShouldStartWith("In 2022, Shaoxing newly recognised 128 high-tech enterprises[1]. The net increase of high-tech enterprises was 96[1].");
        pieces.ShouldBe(answer.Text);
        answer.Citations[0].Quote.ShouldContain("新认定高新技术企业128家");
        bench.Server.Chat.Requests[0].Prompt.ShouldContain("You write answers in English");
    }

    [Fact]
    public async Task Figures_that_the_model_leaves_out_are_given_in_the_reports_words()
    {
        const string Asked = "How many high-tech enterprises were newly recognised in Shaoxing and Jiaxing in 2022?";
        await using var bench = await StartAsync();
        bench.Server.Chat.Always(r => Script.Text(GeneratingBench.Fill("In 2022, Shaoxing newly recognised 128 high-tech enterprises {128家}.", r)));

        var answer = await bench.AskAsync(Asked);

        answer.Text.ShouldContain("90家");
    }

    [Fact]
    public async Task Withheld_English_sentence_is_repaired_once()
    {
        await using var bench = await StartAsync();
        bench.Server.Chat.Always(r => Script.Text(GeneratingBench.Fill(
            GeneratingBench.IsRepair(r) ? "1|Shaoxing newly recognised 128 high-tech enterprises in 2022 {128家}." : "Shaoxing's 128 enterprises boomed in 2022 {128家}.", r)));

        var answer = await bench.AskAsync(Recognised);

        answer.Text.ShouldStartWith("Shaoxing newly recognised 128 high-tech enterprises in 2022[1].");
        answer.Text.ShouldNotContain("boomed");
        bench.Server.Chat.Requests[1].Prompt.ShouldContain("“boomed” can't be checked");
    }

    private static Task<GeneratingBench> StartAsync() =>
        GeneratingBench.StartAsync([EnglishReports.Shaoxing2022, EnglishReports.Shaoxing2021, EnglishReports.Jiaxing2022]);
}
