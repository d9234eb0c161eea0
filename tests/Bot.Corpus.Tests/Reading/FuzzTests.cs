using System.Text;

namespace Bot.Corpus.Tests;

public sealed class FuzzTests
{
    private const int Rounds = 12;

    private static readonly string[] Extensions = [".txt", ".md", ".html"];

    [Fact]
    public async Task Reader_makes_sound_reports_of_whatever_is_cut_and_spliced_from_texts()
    {
        using var folder = new ReportFolder();
        var random = new Random(20260101);
        var texts = Directory.EnumerateFiles(ReportFolder.Seeds, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();

        for (var round = 0; round < Rounds; round++)
        {
            var path = folder.Write($"{round}{Extensions[round % Extensions.Length]}", Spliced(texts, random));

            var outcome = await new CorpusReader().ReadAsync(path, CancellationToken.None);

            Verify(outcome);
        }
    }

    [Theory]
    [InlineData("全市新认定高新技术企业120家，")]
    [InlineData("1 2 3 ")]
    [InlineData("（（（“《")]
    [InlineData("由2017年的1034家增至6376家；")]
    public async Task Reader_takes_a_line_as_long_as_a_book_in_its_stride(string piece)
    {
        using var folder = new ReportFolder();
        var path = folder.Write("long.txt", "某市2022年科技工作总结\n" + new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var outcome = await new CorpusReader().ReadAsync(path, limit.Token).WaitAsync(limit.Token);

        Verify(outcome);
    }

    private static string Spliced(string[] texts, Random random)
    {
        var spliced = new StringBuilder();
        for (var piece = 0; piece < 6; piece++)
        {
            var text = texts[random.Next(texts.Length)];
            var from = random.Next(text.Length);
            spliced.Append(text, from, random.Next(Math.Min(3000, text.Length - from)));
            if (random.Next(3) == 0)
                spliced.Append("\n|一 二 3\t\"<td>“（\n"[random.Next(10)..]);
        }

        return spliced.ToString();
    }

    // A file of nothing but residue is refused; that is an outcome, an error while reading is none.
    private static void Verify(ReadOutcome outcome)
    {
        if (outcome is not ReadOutcome.Success { Report: var report })
        {
            outcome.ShouldBeOfType<ReadOutcome.Failure>().Problem.ShouldNotContain("读取时出错");
            return;
        }

        var text = report.Text;
        report.Paragraphs.ShouldAllBe(p => p.Span.Of(text) == p.Text && p.Sentences.All(s => s.Span.Start >= 0 && s.Span.End <= p.Text.Length));
        report.Figures.ShouldAllBe(f => f.Sentence.Contains(f.Span) && f.Span.Length > 0 && f.Sentence.End <= text.Length);
    }
}
