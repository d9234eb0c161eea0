using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Reads the figures of one paragraph: subjects, times and aspects are carried from clause to clause.</summary>
internal sealed class ParagraphFigures(ReportMetadata metadata, Paragraph paragraph, SubjectReader subjects, IndicatorVocabulary vocabulary)
{
    private readonly string _text = paragraph.Text;
    private readonly ImmutableArray<Mention> _mentions = MentionReader.Read(paragraph.Text);
    private readonly FigureTimes _times = new(metadata, paragraph);
    private readonly bool _isPolicy = paragraph.Part == ReportPart.Unknown && metadata.CoveredYears.IsEmpty && paragraph.Section.Any(IsArticle);
    private readonly StatementReader _statements = new(paragraph.Text, subjects, vocabulary);

    public IEnumerable<Figure> Read()
    {
        var next = 0;
        foreach (var sentence in paragraph.Sentences)
        {
            // Both stand in reading order.
            while (next < _mentions.Length && _mentions[next].Span.Start < sentence.Span.Start)
                next++;
            var inSentence = _mentions.Skip(next).TakeWhile(mention => mention.Span.Start < sentence.Span.End)
                .Where(mention => sentence.Span.Contains(mention.Span)).ToArray();
            _statements.Open(sentence.Span, _times.SpansIn(sentence.Span));
            for (var i = 0; i < inSentence.Length;)
            {
                var group = MentionGroup.At(_text, inSentence, i);
                var limit = i + group.Length < inSentence.Length ? inSentence[i + group.Length].Span.Start : sentence.Span.End;
                foreach (var statement in _statements.Read(group, limit))
                    yield return Written(statement, sentence);
                i += group.Length;
            }
        }
    }

    private Figure Written(Statement statement, Sentence sentence)
    {
        var mention = statement.Mention;
        var region = RegionOf(statement, sentence);
        var isElsewhere = region != metadata.Region;
        var status = statement.IsPlanned is { } planned ? (planned ? FigureStatus.Target : FigureStatus.Achieved)
            : StatusReader.Read(_text, sentence, statement, isElsewhere);
        var (period, timeDoubt) = _times.Of(statement, sentence, status, isElsewhere);
        var term = PolicyTerms.Read(_text, sentence.Span, mention, _isPolicy);
        var figure = new Figure(
            paragraph.Number,
            mention.Span.Shift(paragraph.Span.Start),
            sentence.Span.Shift(paragraph.Span.Start),
            region,
            statement.Subject.Indicator,
            statement.Subject.Words,
            period,
            mention.Value,
            mention.Unit,
            Qualifier(statement),
            status,
            statement.Aspect,
            statement.Base,
            statement.Doubt ?? timeDoubt ?? AverageDoubt(statement, sentence, period, status));
        return term is null ? figure : OfTerm(figure, term, statement);
    }

    // Neither result nor target; in a document that is no policy the part still tells whether it is to come.
    private Figure OfTerm(Figure figure, PolicyTerms term, Statement statement) => figure with
    {
        Indicator = null,
        Words = term.Words,
        Qualifier = figure.Qualifier is { } said && term.Cap is { } cap && !said.Contains(cap, StringComparison.Ordinal) ? cap + "、" + said : figure.Qualifier ?? term.Cap,
        Status = _isPolicy ? FigureStatus.Unclear : figure.Status,
        Aspect = statement.Mention.Kind == UnitKind.Rate ? FigureAspect.Share : figure.Aspect,
        Base = statement.Mention.Kind == UnitKind.Rate ? term.Base : figure.Base,
        Doubt = PolicyTerms.Doubt,
    };

    // 比2015年提高…，年均增长20.2%: of which years is not said by the one year that is.
    private string? AverageDoubt(Statement statement, Sentence sentence, Period? period, FigureStatus status)
    {
        var at = statement.Mention.Span.Start;
        return status == FigureStatus.Achieved && statement.Aspect == FigureAspect.Growth && period is { } time && time.FromYear == time.ToYear
            && _text.AsSpan(Math.Max(sentence.Span.Start, at - 8), at - Math.Max(sentence.Span.Start, at - 8)).Contains("年均", StringComparison.Ordinal)
                ? "年均数，起止年份未写明"
                : null;
    }

    private static bool IsArticle(string heading) => HeadingMark.Of(heading) is { Style: HeadingStyle.Article };

    // 全省第三 ranks the report's own region.
    private string? RegionOf(Statement statement, Sentence sentence) =>
        statement.Aspect == FigureAspect.Rank
            ? metadata.Region
            : RegionReader.Of(_text, sentence.Span.Start, statement.Mention.Span.Start, metadata);

    private static string? Qualifier(Statement statement)
    {
        var words = statement.Qualifiers.Append(statement.Mention.About).Append(statement.Mention.After)
            .Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? null : string.Join('、', words);
    }
}
