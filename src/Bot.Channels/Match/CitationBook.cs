using Bot.Answers;
using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Numbers what a list of measures cites, from 1 in the order of first mention; the same sentence keeps its number.</summary>
internal sealed class CitationBook(ReportLinks links)
{
    private readonly Dictionary<(ReportId Report, int Paragraph, string Quote), int> _numbers = [];
    private readonly List<CitationBody> _citations = [];

    public IReadOnlyList<CitationBody> Citations => _citations;

    /// <summary>The number of the sentence that holds these words.</summary>
    /// <param name="span">One of the measure's, in the report's text.</param>
    public int Cite(FoundMeasure found, TextSpan span)
    {
        var source = found.ParagraphOf(span);
        string quote = PersonalData.Mask(found.Quote(span).Sentence);
        var key = (found.Report, source.Paragraph.Number, quote);
        if (_numbers.TryGetValue(key, out int known))
            return known;
        int number = _citations.Count + 1;
        _citations.Add(CitationBody.Of(
            new Citation(
                number, found.Report, source.Metadata.Title, source.Metadata.Region, source.Paragraph.Number, source.Paragraph.SectionPath, quote,
                PersonalData.Mask(source.Paragraph.Text)),
            links));
        return _numbers[key] = number;
    }
}
