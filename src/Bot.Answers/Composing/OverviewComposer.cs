using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>
/// Answers what a report's main targets or results are: the sentences of the section that states most of them as figures.
/// </summary>
internal static class OverviewComposer
{
    // Fewer figures than this are no overview.
    private const int Fewest = 3;

    // More lines than this nobody reads; the section is cited and can be opened.
    private const int Most = 9;

    /// <param name="part">Plan for targets, Summary for results.</param>
    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, ReportPart part, IEnumerable<Report> reports)
    {
        var status = part == ReportPart.Plan ? FigureStatus.Target : FigureStatus.Achieved;
        var best = reports
            .SelectMany(r => Sections(r, part, status, scope.Years))
            // What stands before the first heading sums up the whole.
            .OrderByDescending(s => s.IsOpening && s.Figures >= Fewest)
            .ThenByDescending(s => s.Figures)
            .FirstOrDefault();
        if (best is null || best.Figures < Fewest)
            return null;
        var draft = new AnswerDraft();
        var (first, _) = best.Sentences[0];
        var year = part == ReportPart.Plan ? first.Metadata.PlanYear : first.Metadata.SummaryYear;
        var label = Wording.Label(first.Metadata.Region, year, part == ReportPart.Plan, "", reading.IsEnglish);
        var isCut = best.Sentences.Length > Most;
        var lines = best.Sentences.Take(Most).Select(s => (s.Text, Marker: draft.Cite(s.Source, s.Text))).ToList();
        draft.Line(label + Lead(isCut, reading.IsEnglish) + lines[0].Marker);
        foreach (var (text, marker) in lines)
            draft.Line("- " + text.TrimEnd('。', '；', ';', ' ') + marker);
        return draft;
    }

    private sealed record Section(ImmutableArray<(StoredParagraph Source, string Text)> Sentences, int Figures, bool IsOpening);

    private static IEnumerable<Section> Sections(Report report, ReportPart part, FigureStatus status, ImmutableArray<int> years)
    {
        var figures = report.Figures.Where(f => f.Status == status && f.Doubt is null).ToLookup(f => f.Paragraph);
        // A long paragraph is a section by itself; short ones (numbered targets) belong to their heading.
        return report.Paragraphs
            .Where(p => p.Part == part && p.Kind is ParagraphKind.Body && (years.IsEmpty || p.Years.Any(years.Contains)))
            .GroupBy(p => p.SectionPath)
            .Select(section => new Section(
                [.. section.SelectMany(p => Stating(report, p, [.. figures[p.Number]]))],
                section.Sum(p => figures[p.Number].Count()),
                section.Key.Length == 0));
    }

    private static IEnumerable<(StoredParagraph Source, string Text)> Stating(Report report, Paragraph paragraph, ImmutableArray<Figure> figures)
    {
        var stored = new StoredParagraph(report.Id, report.Metadata, paragraph, figures);
        foreach (var sentence in paragraph.Sentences)
        {
            var inReport = sentence.Span.Shift(paragraph.Span.Start);
            if (figures.Any(f => inReport.Contains(f.Span)))
                yield return (stored, sentence.Span.Of(paragraph.Text));
        }
    }

    private static string Lead(bool isCut, bool english) => (isCut, english) switch
    {
        (false, false) => "资料列出的主要内容如下",
        (true, false) => "资料列出的内容较多，先列出以下各项，其余见出处",
        (false, true) => "the report states",
        (true, true) => "the report states, among others",
    };
}
