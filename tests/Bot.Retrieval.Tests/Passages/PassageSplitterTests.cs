using Bot.Corpus;

namespace Bot.Retrieval.Tests.Passages;

public sealed class PassageSplitterTests
{
    [Fact]
    public void A_paragraph_of_ordinary_length_is_one_passage()
    {
        var report = SampleReport.Of("a", "第一句。第二句。", new string('长', 400));

        var passages = PassageSplitter.Split(report).ToList();

        passages.Select(p => p.Text).ShouldBe(report.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void A_long_paragraph_is_cut_where_sentences_end_and_a_third_overlaps()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"第{i:00}项工作按照年初的部署扎实推进并取得成效。"));

        var passages = PassageSplitter.Split(SampleReport.Of("a", text)).ToList();

        passages.Count.ShouldBeGreaterThan(3);
        passages[0].Span.Start.ShouldBe(0);
        passages[^1].Span.End.ShouldBe(text.Length);
        passages.ShouldAllBe(p => p.Text.EndsWith('。') && p.Text.StartsWith('第') && p.Span.Length <= 400);
        foreach (var (one, next) in passages.Zip(passages.Skip(1)))
            (one.Span.End - next.Span.Start).ShouldBeInRange(60, 120);
    }

    [Fact]
    public void An_overlong_sentence_is_cut_at_commas_or_else_anywhere_but_inside_a_character()
    {
        var commas = string.Concat(Enumerable.Range(0, 100).Select(i => $"推进第{i}项任务落实，"));
        var solid = string.Concat(Enumerable.Repeat("𠮷", 700));

        var passages = PassageSplitter.Split(SampleReport.Of("a", commas, solid)).ToList();

        passages.ShouldAllBe(p => p.Span.Length <= 600);
        passages.Where(p => p.Paragraph.Number == 1).SkipLast(1).ShouldAllBe(p => p.Text.EndsWith('，'));
        passages.ShouldAllBe(p => !char.IsLowSurrogate(p.Text.First()) && !char.IsHighSurrogate(p.Text.Last()));
        passages[^1].Span.End.ShouldBe(solid.Length);
    }

    [Fact]
    public void A_heading_gives_a_passage_only_when_it_heads_nothing()
    {
        var report = new SampleReport("a").Heading("一、概况").Body("正文。").Heading("二、待续").ToReport();

        var passages = PassageSplitter.Split(report);

        passages.Select(p => p.Text).ShouldBe(["正文。", "二、待续"]);
    }

    [Fact]
    public void A_passage_knows_every_part_its_sentences_belong_to()
    {
        const string text = "完成416家。力争500家。";
        var mixed = SampleReport.Of("a", text).Paragraphs[0];
        mixed = mixed with { Sentences = [mixed.Sentences[0], mixed.Sentences[1] with { Part = ReportPart.Plan }] };

        var passage = PassageSplitter.Split(mixed).ShouldHaveSingleItem();

        passage.Parts.ShouldBe([ReportPart.Summary, ReportPart.Plan]);
    }

    [Fact]
    public void Windows_together_cover_every_sentence_of_paragraphs_of_any_length()
    {
        for (var sentences = 1; sentences < 120; sentences += 7)
        {
            var text = string.Concat(Enumerable.Range(0, sentences).Select(i => new string('文', 5 + i * 13 % 90) + "。"));
            var report = SampleReport.Of("a", text);

            var passages = PassageSplitter.Split(report).ToList();

            report.Paragraphs[0].Sentences.ShouldAllBe(s => passages.Any(p => p.Span.Contains(s.Span)));
        }
    }
}
