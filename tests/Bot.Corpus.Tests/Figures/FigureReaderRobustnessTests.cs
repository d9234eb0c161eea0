namespace Bot.Corpus.Tests.Figures;

public sealed class FigureReaderRobustnessTests
{
    private const int Rounds = 20;

    [Fact]
    public void Reader_keeps_spans_inside_sentences_whatever_is_cut_from_a_report()
    {
        var random = new Random(20230501);
        var texts = SeedReports.Names.SelectMany(name => SeedReports.Read(name).Paragraphs).Select(paragraph => paragraph.Text).ToArray();
        var metadata = new ReportMetadata("报告", null, null, null, null, null, null, null, null, null);

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var text in texts)
            {
                var from = random.Next(text.Length);
                var cut = text.Remove(from, random.Next(Math.Min(6, text.Length - from)));
                if (cut.Trim().Length == 0)
                    continue;
                var paragraph = Paragraphs.Of(cut[random.Next(Math.Min(5, cut.Length - 1))..], (ReportPart)random.Next(3));

                var figures = FigureReader.Default.Read(metadata, [paragraph]);

                figures.ShouldAllBe(figure => figure.Sentence.Contains(figure.Span) && figure.Span.Length > 0);
            }
        }
    }
}
