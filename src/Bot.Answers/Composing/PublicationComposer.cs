using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Answers when and by whom a report was published: from the lines at its head that say so.</summary>
internal static partial class PublicationComposer
{
    public static AnswerDraft? Compose(QuestionReading reading, ImmutableArray<TopicTerm> terms, IReadOnlyCollection<Report> reports)
    {
        var wanted = reading.Kind is QuestionKind.DocumentNumber ? DocumentNumber() : Day();
        var best = reports
            .Select(r => (Report: r, Score: Named(r, terms), Lines: Lines(r)))
            .Where(r => !r.Lines.IsEmpty && r.Lines.Any(l => wanted.IsMatch(l.Text)))
            .OrderByDescending(r => r.Score)
            .FirstOrDefault();
        // Asked for the day of something inside the reports, not of a report itself.
        if (best.Report is null || best.Score < 0.35)
            return null;
        var draft = new AnswerDraft();
        var title = new StoredParagraph(best.Report.Id, best.Report.Metadata, best.Report.Paragraphs[0], []);
        draft.Line($"《{best.Report.Metadata.Title}》{draft.Cite(title, title.Paragraph.Text)}");
        foreach (var line in best.Lines)
        {
            var stored = new StoredParagraph(best.Report.Id, best.Report.Metadata, line, []);
            draft.Line("- " + line.Text + draft.Cite(stored, line.Text));
        }

        return draft;
    }

    private static double Named(Report report, ImmutableArray<TopicTerm> terms)
    {
        var title = TextFolding.Fold(report.Metadata.Title);
        var counted = terms.Where(t => !Publishing().IsMatch(t.Words[0])).ToList();
        counted.RemoveAll(t => t.Weight < 1);
        var asked = counted.Sum(t => t.Weight);
        // Nothing but the report itself is asked about: 这份报告是什么时候发布的.
        return asked == 0 ? 1 : counted.Sum(t => t.Weight * TermMatch.In(title, t)) / asked;
    }

    private static ImmutableArray<Paragraph> Lines(Report report) =>
        [.. report.Paragraphs.Where(p => p.Kind is ParagraphKind.Metadata && (Day().IsMatch(p.Text) || Office().IsMatch(p.Text) || DocumentNumber().IsMatch(p.Text)))];

    [GeneratedRegex(@"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}")]
    private static partial Regex Day();

    [GeneratedRegex(@"[〔\[［（(【]\d{4}[〕\]］）)】]\s*第?\d{1,4}号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("(机构|单位|来源|部门|作者)[：:]?.*[局委厅部会院室府办处]|^([\u3400-\u9fff]{3,20}(局|厅|部|委员会|办公室|政府|管委会)[、 \u3000]*)+$")]
    private static partial Regex Office();

    [GeneratedRegex("发布|公布|网页|报告|文件|总结|计划|思路|谁发|哪天|时候|日期|这份|那份|规划|要点|文号|字号|编号|published|report")]
    private static partial Regex Publishing();
}
