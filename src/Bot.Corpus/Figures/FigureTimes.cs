using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Gives each number of a paragraph its period: the time written before it in its sentence, else carried over, else the report's.</summary>
internal sealed class FigureTimes
{
    private const int FurthestCarried = 40;

    private readonly ReportMetadata _metadata;
    private readonly Paragraph _paragraph;
    private readonly ImmutableArray<TimeExpression> _times;

    public FigureTimes(ReportMetadata metadata, Paragraph paragraph)
    {
        _metadata = metadata;
        _paragraph = paragraph;
        var current = paragraph.Part == ReportPart.Plan ? metadata.PlanYear ?? metadata.SummaryYear + 1 : metadata.SummaryYear ?? metadata.PlanYear;
        _times = TimeReader.Read(paragraph.Text, current);
    }

    public ImmutableArray<TextSpan> SpansIn(TextSpan sentence) => [.. _times.Skip(FirstFrom(sentence.Start)).TakeWhile(time => time.Span.Start < sentence.End).Where(time => sentence.Contains(time.Span)).Select(time => time.Span)];

    /// <summary>The period of a statement, and what makes it doubtful.</summary>
    /// <param name="isElsewhere">It speaks of another region than the report.</param>
    public (Period? Period, string? Doubt) Of(Statement statement, Sentence sentence, FigureStatus status, bool isElsewhere)
    {
        var at = statement.Mention.Span.Start;
        var own = Before(at, sentence.Span.Start);
        if (statement.IsEarlier && own?.FromYear is null)
            return (null, "较早的数值，年份未写明");
        var year = DefaultYear(sentence, status);
        if (isElsewhere && status == FigureStatus.Achieved && own?.FromYear > _metadata.SummaryYear.GetValueOrDefault(_metadata.PlanYear ?? 0))
            return (null, "其他地区的数值，年份未写明");
        if (own is { } time)
            return Checked(time.In(year));
        if (isElsewhere)
            return year is { } y ? (Period.OfYear(y), "其他地区的数值，年份未写明") : (null, "年份未写明");
        if (Carried(sentence, status) is { } carried)
            return Checked(carried.In(year));
        return year is { } known ? (Period.OfYear(known), null) : (null, "年份未写明");
    }

    private static (Period?, string?) Checked(Period? period) => period is null ? (null, "年份未写明") : (period, null);

    private TimeExpression? Before(int at, int from)
    {
        TimeExpression? last = null;
        for (var i = FirstFrom(from); i < _times.Length && _times[i].Span.Start < at; i++)
        {
            var time = _times[i];
            if (time.Span.Start >= from && time.Span.End <= at && !IsWhereItCameFrom(time, at))
                last = time;
        }
        return last;
    }

    private int FirstFrom(int start)
    {
        var (low, high) = (0, _times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _times[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int IndexOf(Sentence sentence)
    {
        var (low, high) = (0, _paragraph.Sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _paragraph.Sentences[middle].Span.Start < sentence.Span.Start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // 由2017年的1034家增至6376家: the year tells of the first number only.
    private bool IsWhereItCameFrom(TimeExpression time, int at)
    {
        var text = _paragraph.Text;
        if (time.Span.Start == 0 || text[time.Span.Start - 1] is not ('由' or '从'))
            return false;
        var between = text.AsSpan(time.Span.End, at - time.Span.End);
        return between.ContainsAnyInRange('0', '9') && between.IndexOfAny('至', '到') is var arrived && arrived > between.IndexOfAnyInRange('0', '9');
    }

    // A sentence after ； goes on in the time of the one before; a target after 到2025年 stays a target of 2025 in the same run.
    private TimeExpression? Carried(Sentence sentence, FigureStatus status)
    {
        var index = IndexOf(sentence);
        for (var i = index - 1; i >= Math.Max(0, index - FurthestCarried); i--)
        {
            var earlier = _paragraph.Sentences[i];
            var isJoined = _paragraph.Text[earlier.Span.End - 1] is '；' or ';';
            var time = Before(earlier.Span.End, earlier.Span.Start);
            if (isJoined && time is not null)
                return time;
            if (!isJoined)
            {
                var isGoal = status == FigureStatus.Target && time?.FromYear > (_metadata.PlanYear ?? _metadata.SummaryYear ?? int.MaxValue);
                return isGoal && earlier.RunHeading == sentence.RunHeading ? time : null;
            }
        }
        return null;
    }

    private int? DefaultYear(Sentence sentence, FigureStatus status)
    {
        var years = sentence.Years;
        int? only = years.Length == 1 ? years[0] : null;
        return status switch
        {
            FigureStatus.Achieved => _metadata.SummaryYear ?? only,
            // A target that a summary quotes was set for the year it sums up.
            FigureStatus.Target when sentence.Part == ReportPart.Summary => _metadata.SummaryYear ?? only,
            FigureStatus.Target => _metadata.PlanYear ?? only ?? _metadata.SummaryYear + 1,
            _ => only ?? (_metadata.CoveredYears is [var covered] ? covered : null),
        };
    }
}
