using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads the figures of one paragraph: subjects, times and aspects are carried from clause to clause.</summary>
internal sealed partial class ParagraphFigures(ReportMetadata metadata, Paragraph paragraph, SubjectReader subjects, IndicatorVocabulary vocabulary, OwnRegion own)
{
    private readonly string _text = paragraph.Text;
    private readonly ImmutableArray<Mention> _mentions = MentionReader.Read(paragraph.Text);
    private readonly FigureTimes _times = new(metadata, paragraph);
    private readonly bool _isPolicy = paragraph.Part == ReportPart.Unknown && metadata.CoveredYears.IsEmpty && paragraph.Section.Any(IsArticle);
    private bool _isStatistic;
    private readonly StatementReader _statements = new(paragraph.Text, subjects, vocabulary);
    private readonly RegionReader _regions = new(paragraph.Text, own);

    public IEnumerable<Figure> Read()
    {
        var next = 0;
        foreach (var sentence in paragraph.Sentences)
        {
            // Both stand in reading order.
            while (next < _mentions.Length && _mentions[next].Span.Start < sentence.Span.Start)
                next++;
            var goesOn = _isStatistic && FollowsSemicolon(sentence.Span.Start);
            var times = _times.SpansIn(sentence.Span);
            var inSentence = _mentions.Skip(next).TakeWhile(mention => mention.Span.Start < sentence.Span.End)
                .Where(mention => sentence.Span.Contains(mention.Span)).ToArray();
            _statements.Open(sentence.Span, times);
            for (var i = 0; i < inSentence.Length;)
            {
                var group = MentionGroup.At(_text, inSentence, i);
                var limit = i + group.Length < inSentence.Length ? inSentence[i + group.Length].Span.Start : sentence.Span.End;
                var first = group.Span[0];
                _isStatistic = _isPolicy && PolicyStatistics.Is(_text, sentence.Span, first, goesOn || times.Any(time => time.End <= first.Span.Start));
                foreach (var statement in _statements.Read(group, limit))
                    yield return Written(statement, sentence, inSentence);
                i += group.Length;
            }
        }
    }

    private Figure Written(Statement statement, Sentence sentence, Mention[] inSentence)
    {
        var mention = statement.Mention;
        // 全省第三 ranks, and 高于全省 measures, the region that is spoken of.
        var isDifference = statement.Aspect is FigureAspect.Rank || mention.Kind is UnitKind.Points or UnitKind.Times;
        var region = statement.Region ?? _regions.Of(sentence.Span.Start, mention, inSentence, isDifference);
        var isElsewhere = own.IsOutside(region);
        var isWithdrawn = Revision.IsWithdrawn(_text, sentence.Span, mention);
        if (_isStatistic)
            statement = statement with { IsPlanned = PolicyStatistics.IsPlanned(_text, sentence.Span, mention) };
        var status = statement.IsPlanned is { } planned ? (planned ? FigureStatus.Target : FigureStatus.Achieved)
            : isWithdrawn is not null ? FigureStatus.Target
            : StatusReader.Read(_text, sentence, statement, isElsewhere, _times.Named(statement, sentence), metadata);
        var (period, timeDoubt) = statement.Year is { } year ? (Period.OfYear(year), null) : _times.Of(statement, sentence, status, isElsewhere);
        if (IsYearlyAverage(statement, sentence) && status == FigureStatus.Achieved && period is { } until && until.FromYear == until.ToYear)
            (period, timeDoubt) = _times.Since(mention.Span.Start, sentence) is { } since && since < until.ToYear ? (new Period(since, until.ToYear), timeDoubt) : (period, "年均数，起止年份未写明");
        // 规划提出2025年达到500亿元, told in 2023: what is still to come was not reached.
        if (status == FigureStatus.Achieved && !isElsewhere && period is { } coming && metadata.SummaryYear is { } told && coming.FromYear > told && coming.FromYear > (metadata.PublicationDate?.Year ?? told))
            (status, timeDoubt) = Foreseen().IsMatch(_text[Math.Max(sentence.Span.Start, mention.Span.Start - 24)..mention.Span.Start]) ? (FigureStatus.Target, timeDoubt) : (status, "时间晚于报告，不能是结果");
        var term = PolicyTerms.Read(_text, sentence.Span, mention, _isPolicy && !_isStatistic);
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
            statement.Doubt
                ?? (IsThreshold(sentence, mention) ? "划分对象的界限，不是统计数" : null)
                ?? (isWithdrawn == true ? Figure.RevisedDoubt : null)
                ?? (statement.IsAside && !isElsewhere ? "其他对象的数值" : null)
                ?? timeDoubt);
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

    // 较2015年增长…，年均增长20.2%: of which years is said by the year measured against, or by none.
    private bool IsYearlyAverage(Statement statement, Sentence sentence)
    {
        var at = statement.Mention.Span.Start;
        var from = Math.Max(sentence.Span.Start, at - 8);
        return statement.Aspect == FigureAspect.Growth && _text.AsSpan(from, at - from).Contains("年均", StringComparison.Ordinal);
    }

    // 经费超过10亿元的地区: says which are meant, not how much there was.
    private bool IsThreshold(Sentence sentence, Mention mention) =>
        OfThese().IsMatch(_text[mention.Tail..Math.Min(sentence.Span.End, mention.Tail + 16)])
        && Beyond().IsMatch(_text[Math.Max(sentence.Span.Start, mention.Span.Start - 8)..mention.Span.Start]);

    [GeneratedRegex("^(?:以上|以下|及以上)?的(?:地区|市|州|县|区|省|城市|设区市|行业|产业|企业|单位|机构|园区|乡镇|高校|院所)(?!生产|总产值)")]
    private static partial Regex OfThese();

    [GeneratedRegex("(?:超过|达到|突破|大于|高于|多于|不低于|不少于|低于|少于|不足|超|达|在)(?:了)?$")]
    private static partial Regex Beyond();

    [GeneratedRegex("规划|提出|计划|目标|要求|力争|将")]
    private static partial Regex Foreseen();

    private bool FollowsSemicolon(int start) => _text.AsSpan(0, start).TrimEnd() is [.., ';' or '；'];

    private static bool IsArticle(string heading) => HeadingMark.Of(heading) is { Style: HeadingStyle.Article };

    private static string? Qualifier(Statement statement)
    {
        var words = statement.Qualifiers.Append(statement.Mention.About).Append(statement.Mention.After)
            .Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? null : string.Join('、', words);
    }
}
