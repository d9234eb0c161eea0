using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// Tells the years of a paragraph and its sentences: those written, else its nearest heading's, else its part's.
/// </summary>
internal sealed class ParagraphYears((int? Summary, int? Plan) covered, DateOnly? published)
{
    /// <summary>One set of years per sentence of <paramref name="paragraph"/>, ascending.</summary>
    /// <param name="runs">The run of each sentence: a year at a sentence's head governs the rest of its run.</param>
    /// <param name="parts">The part of each sentence.</param>
    public IReadOnlyList<ImmutableArray<int>> Read(DraftParagraph paragraph, IReadOnlyList<string?> runs, IReadOnlyList<ReportPart> parts)
    {
        if (!paragraph.IsContent)
            return [.. paragraph.Sentences.Select(s => YearReader.Written(s.Of(paragraph.Text)).ToImmutableArray())];
        var heading = OfHeadings(paragraph);
        var years = new List<ImmutableArray<int>>();
        int? governing = null;
        for (var i = 0; i < paragraph.Sentences.Length; i++)
        {
            var sentence = paragraph.Sentences[i].Of(paragraph.Text);
            if (i > 0 && runs[i] != runs[i - 1])
                governing = null;
            var usual = heading.IsEmpty ? OfPart(parts[i]) : heading;
            // Outside both parts 上年度 means any year before (申领企业上年度研发投入…).
            var now = parts[i] == ReportPart.Unknown ? null : Now(parts[i]);
            if (parts[i] == ReportPart.Plan && WrittenBefore(sentence))
                now = covered.Summary;
            var spoken = YearReader.Of(sentence, governing is { } year ? usual.Add(year) : usual, now);
            // What was done is told of its own year, even where it will be ready later (预计2024年投产).
            var isAhead = parts[i] == ReportPart.Summary && !spoken.IsEmpty && spoken[0] > now;
            years.Add(isAhead ? [.. usual.Union(spoken).Order()] : spoken);
            governing = YearReader.Opening(sentence) ?? governing;
        }

        return years;
    }

    // 明年工作计划: written in the year that is summed up, the plan's own year is the next.
    private bool WrittenBefore(string sentence) =>
        covered.Plan == covered.Summary + 1
        && (sentence.Contains("明年", StringComparison.Ordinal) || sentence.Contains("来年", StringComparison.Ordinal));

    private static ImmutableArray<int> OfHeadings(DraftParagraph paragraph) =>
        paragraph.Headings.Reverse()
            .Select(h => YearReader.Of(h, [], null))
            .FirstOrDefault(y => !y.IsEmpty, []);

    private ImmutableArray<int> OfPart(ReportPart part) => Now(part) is { } year ? [year] : [];

    private int? Now(ReportPart part) => part switch
    {
        ReportPart.Summary => covered.Summary ?? covered.Plan,
        ReportPart.Plan => covered.Plan ?? covered.Summary,
        _ => covered.Summary ?? covered.Plan ?? published?.Year,
    };
}
