using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Gives each number of a paragraph its period: the time written before it in its sentence, else carried over, else the report's.</summary>
internal sealed partial class FigureTimes
{
    private const int FurthestCarried = 40;

    // What tells of a number stands near it; keeps a line as long as a book linear.
    private const int LongestLook = 120;
    private const int LongestBracket = 40;

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
        var behind = InBracketBehind(statement.Mention.Tail);
        var own = behind ?? Before(at, sentence.Span.Start);
        if (statement.IsEarlier && (own?.FromYear is null || own is { IsSeveralYears: true }))
            return (null, "较早的数值，年份未写明");
        if (own is { IsSeveralYears: true, ToYear: { } end } && Arrived().IsMatch(Near(sentence.Span.Start, at)))
            return (Period.OfYear(end), null);
        // 完成2025年目标的80%: the year is that of the target, not of what was done.
        if (behind is null && status == FigureStatus.Achieved && own is { } planned && IsOfATarget(planned, at))
            own = null;
        if (behind is null && own is { } named)
            own = Settled(named, at, status);
        if (status == FigureStatus.Target && ReportPeriod.FirstEvaluated(_metadata) is not null && IsOfThePlan(own, sentence.Span.Start, at))
            return Checked(_metadata.PlanYear is { } target ? Period.OfYear(target) : null);
        var year = DefaultYear(sentence, status);
        if (isElsewhere && status == FigureStatus.Achieved && own?.FromYear > _metadata.SummaryYear.GetValueOrDefault(_metadata.PlanYear ?? 0))
            return (null, "其他地区的数值，年份未写明");
        if (own is { } time)
            return Checked(time.In(year));
        if (isElsewhere)
            return year is { } y ? (Period.OfYear(y), "其他地区的数值，年份未写明") : (null, "年份未写明");
        if (Carried(sentence, status) is { } carried)
            return Checked(Settled(carried, at, status).In(year));
        if (status == FigureStatus.Achieved && ReportPeriod.FirstEvaluated(_metadata) is not null && OfReport() is { } evaluated)
            return LastYearNamed(sentence.Span.Start) is { } told ? (Period.OfYear(told), null) : (evaluated, "评估期内，年份未写明");
        if (status == FigureStatus.Achieved && OfReport() is { } whole)
            return (whole, null);
        return year is { } known ? (Period.OfYear(known), null) : (null, "年份未写明");
    }

    // 上半年完成年度目标5亿元的…: what is of the whole year is not of the part named before; 2024年 in a report on its first half is that half.
    private TimeExpression Settled(TimeExpression time, int at, FigureStatus status)
    {
        if (time.IsSeveralYears)
            return time;
        if (time.IsSameMonths && (MonthsBefore(time) ?? PartOfReport()) is { } months)
            return time with { FromMonth = months.From, ToMonth = months.To };
        if ((status == FigureStatus.Target ? PlannedForTheYear() : WholeYear()).IsMatch(Near(time.Span.Start, at)))
            return time with { FromMonth = 1, ToMonth = 12 };
        return status == FigureStatus.Achieved && time.IsWholeYears && time.FromYear == _metadata.SummaryYear && PartOfReport() is { } part
            && _paragraph.Part != ReportPart.Plan
                ? time with { FromMonth = part.From, ToMonth = part.To }
                : time;
    }

    private (int From, int To)? MonthsBefore(TimeExpression time)
    {
        foreach (var earlier in _times.Reverse())
        {
            if (earlier.Span.End <= time.Span.Start && !earlier.IsWholeYears)
                return (earlier.FromMonth, earlier.ToMonth);
        }
        return null;
    }

    // The part of the year by the nearest heading that names one, else by the title.
    private (int From, int To)? PartOfReport() =>
        _paragraph.Section.Reverse().Select(ReportPeriod.PartOfYear).FirstOrDefault(part => part is not null) ?? ReportPeriod.PartOfYear(_metadata.Title);

    private Period? OfReport()
    {
        if (ReportPeriod.Of(_metadata) is not { } period || period.FromYear != period.ToYear || _paragraph.Part == ReportPart.Plan)
            return ReportPeriod.Of(_metadata);
        return PartOfReport() is { } part ? period with { FromMonth = part.From, ToMonth = part.To } : period;
    }

    // 减免12.4亿元（2019年度数据）: a year in brackets right behind the number, with no other number beside it.
    private TimeExpression? InBracketBehind(int tail)
    {
        var text = _paragraph.Text;
        if (tail >= text.Length || text[tail] is not ('(' or '（'))
            return null;
        var close = text.AsSpan(tail, Math.Min(LongestBracket, text.Length - tail)).IndexOfAny(')', '）');
        foreach (var time in _times.Skip(FirstFrom(tail)).Take(1))
        {
            if (time.Span.Start == tail + 1 && close >= 0 && time.Span.End <= tail + close && !Counts().IsMatch(text[time.Span.End..(tail + close)]))
                return time;
        }
        return null;
    }

    private bool IsOfATarget(TimeExpression time, int at) =>
        TargetsOwn().IsMatch(_paragraph.Text[time.Span.End..Math.Max(time.Span.End, at)]);

    // An evaluation tells of several years: 2022年末 said earlier in the paragraph goes on until another year is named.
    private int? LastYearNamed(int before)
    {
        TimeExpression? last = null;
        foreach (var time in _times.TakeWhile(time => time.Span.End <= before))
            last = time is { IsSeveralYears: false, FromYear: { } year } && year <= _metadata.SummaryYear ? time : null;
        return last?.FromYear;
    }

    // In a plan's evaluation 规划目标为25% is set for the plan's end, whatever year the result beside it has.
    private bool IsOfThePlan(TimeExpression? own, int from, int at)
    {
        return own is null || Near(Math.Max(own.Value.Span.End, from), at).Contains("规划", StringComparison.Ordinal);
    }

    [GeneratedRegex("[\\d一二三四五六七八九十百千万亿]")]
    private static partial Regex Counts();

    [GeneratedRegex("[比较](20\\d\\d)年")]
    private static partial Regex MeasuredAgainst();

    [GeneratedRegex("^(?:度|末|底)?的?(?:规划|预期|工作)?(?:目标|任务|计划)")]
    private static partial Regex TargetsOwn();

    [GeneratedRegex("全年")]
    private static partial Regex WholeYear();

    [GeneratedRegex("全年|年度|年初|年底|年末")]
    private static partial Regex PlannedForTheYear();

    // 由3.36%提高到, the second of the two: reached at the end of the years named.
    [GeneratedRegex("[由从][^，。；,;]{0,24}\\d[^，。；,;由从]{0,16}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|跃升|攀升|发展|翻番|升|降|增)(?:到了?|至|为)(?:近|约|超过?)?$")]
    private static partial Regex Arrived();

    /// <summary>The time named for a number in its sentence; null when none is.</summary>
    public TimeExpression? Named(Statement statement, Sentence sentence) =>
        InBracketBehind(statement.Mention.Tail) ?? Before(statement.Mention.Span.Start, sentence.Span.Start);

    private string Near(int from, int at) => _paragraph.Text[Math.Max(from, at - LongestLook)..at];

    /// <summary>The year that the words before a number measure against (较2015年增长…，年均增长…); null when they name none.</summary>
    public int? Since(int at, Sentence sentence) =>
        MeasuredAgainst().Matches(Near(sentence.Span.Start, at)) is [.., var last] ? int.Parse(last.Groups[1].ValueSpan, null) : null;

    private static (Period?, string?) Checked(Period? period) => period is null ? (null, "年份未写明") : (period, null);

    private TimeExpression? Before(int at, int from)
    {
        TimeExpression? last = null;
        for (var i = FirstFrom(from); i < _times.Length && _times[i].Span.Start < at; i++)
        {
            var time = _times[i];
            if (time.Span.Start >= from && time.Span.End <= at && !IsWhereItCameFrom(time, at) && !IsInClosedBracket(time, at))
                last = time;
        }
        return last;
    }

    // 减免7.3亿元（2021年度数据），惠及企业410家: the year in brackets is the first number's only.
    private bool IsInClosedBracket(TimeExpression time, int at) =>
        time.Span.Start > 0 && _paragraph.Text[time.Span.Start - 1] is '(' or '（'
        && _paragraph.Text.AsSpan(time.Span.End, Math.Min(LongestBracket, at - time.Span.End)).IndexOfAny(')', '）') >= 0;

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

    // A sentence after ； goes on in the time of the one before, as does one that tells of part of it (其中吸纳…); a target after 到2025年 stays a target of 2025 in the same run.
    private TimeExpression? Carried(Sentence sentence, FigureStatus status)
    {
        var index = IndexOf(sentence);
        for (var i = index - 1; i >= Math.Max(0, index - FurthestCarried); i--)
        {
            var earlier = _paragraph.Sentences[i];
            var isJoined = _paragraph.Text[earlier.Span.End - 1] is '；' or ';' || (IsPart(_paragraph.Sentences[i + 1]) && IsOfOneTime(earlier));
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

    // 由2020年的…增加到2022年的…，距2025年的目标…。其中: of which of them, isn't said.
    private bool IsOfOneTime(Sentence sentence) => _times.Count(time => sentence.Span.Contains(time.Span)) == 1;

    private bool IsPart(Sentence sentence) => sentence.Span.Of(_paragraph.Text).TrimStart().StartsWith("其中", StringComparison.Ordinal);

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
