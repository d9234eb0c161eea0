using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Conversations;

/// <summary>Questions that could come next: full ones, each of which the ledger holds a sound figure for, never what was just asked.</summary>
internal sealed class NextQuestions(IReportIndex index)
{
    private const int Most = 3;

    // Below this share of the question's words a figure of the answer only stands beside what was asked.
    private const double Enough = 0.4;

    // A region's figures of one indicator, and the like ones of other regions: enough to choose from, few enough to read in passing.
    private const int MostOwn = 60;
    private const int MostElsewhere = 20;

    /// <summary>The answer with what could be asked next; unchanged when there is nothing sound to ask.</summary>
    public async Task<Answer> AddAsync(Answer answer, QuestionReading reading, CancellationToken cancellationToken)
    {
        if (reading.Kind is not (QuestionKind.Figure or QuestionKind.Comparison or QuestionKind.Measure or QuestionKind.Open))
            return answer;
        var asked = answer is Answer.Answered ? AnsweredBy(answer, reading) : null;
        var name = asked?.Indicator ?? (answer is Answer.Refused ? NamedIn(reading) : null);
        if (name is null)
            return answer;
        var region = asked?.Region ?? (reading.Regions.IsEmpty ? null : reading.Regions[0].Region.Name);
        var own = await index.FindFiguresAsync(new FigureQuery(region, name, IsDoubtful: false, Limit: MostOwn), cancellationToken);
        var elsewhere = await index.FindFiguresAsync(
            new FigureQuery(Indicator: name, Status: asked?.Status, Aspect: asked?.Aspect, IsDoubtful: false, Limit: MostElsewhere), cancellationToken);
        var known = own.Figures.Concat(elsewhere.Figures).DistinctBy(f => (f.Paragraph.Report, f.Figure.Span)).Where(IsAskable).ToList();
        var next = asked is null ? AfterRefusal(known, reading) : After(asked, known, answer, reading.IsEnglish);
        return answer with { FollowUps = [.. next.OfType<string>().Distinct().Take(Most)] };
    }

    private static Figure? AnsweredBy(Answer answer, QuestionReading reading)
    {
        var best = answer.Figures.Select(f => f.Figure)
            .Where(f => f is { Indicator: not null, Region: not null, Period: not null, Doubt: null })
            .Select(f => (Figure: f, Recall: FigureChoice.Recall(f, reading.Terms)))
            .OrderByDescending(f => f.Recall)
            .FirstOrDefault();
        return best.Figure is not null && (best.Recall >= Enough || reading.Kind is QuestionKind.Measure) ? best.Figure : null;
    }

    private static string? NamedIn(QuestionReading reading)
    {
        var found = IndicatorVocabulary.Default.Find(reading.Folded.ToUpperInvariant());
        return found.IsEmpty ? null : found.MaxBy(m => m.Span.Length).Canonical;
    }

    // What a question in plain words asks for: no change against something, no part of something else, no single months.
    private static bool IsAskable(LedgerFigure stated) =>
        stated.Figure is { Region: not null, Period: { } period, Doubt: null, Indicator: not null }
        && period.FromYear == period.ToYear
        && stated.Figure.Status != FigureStatus.Unclear
        && stated.Figure.Aspect is not FigureAspect.Difference
        && PartOf(stated) is var part && part != (stated.Figure.Status == FigureStatus.Target ? ReportPart.Summary : ReportPart.Plan)
        && !FigureIdentity.IsPart(stated)
        && FigureIdentity.IsOfWholeRegion(stated);

    // A target told of in a summary (完成任务30亿元的95%) is not found by asking for a target.
    private static ReportPart PartOf(LedgerFigure stated)
    {
        var paragraph = stated.Paragraph.Paragraph;
        var at = stated.Figure.Span.Start - paragraph.Span.Start;
        return paragraph.Sentences.FirstOrDefault(s => s.Span.Start <= at && at < s.Span.End)?.Part ?? paragraph.Part;
    }

    private static IEnumerable<string?> After(Figure asked, List<LedgerFigure> known, Answer answer, bool english)
    {
        var said = answer.Figures.Select(f => (f.Figure.Region, f.Figure.Period, f.Figure.Status, f.Figure.Aspect)).ToHashSet();
        var alike = known.Select(k => k.Figure)
            .Where(f => FigureIdentity.AreOfOneKind(f, asked) && !said.Contains((f.Region, f.Period, f.Status, f.Aspect)))
            .ToList();
        yield return Asking(Nearest(alike.Where(f => f.Region == asked.Region && f.Status != asked.Status), asked), english);
        yield return Asking(Nearest(alike.Where(f => IsElsewhere(f, asked) && f.Status == asked.Status), asked), english);
        yield return Course(asked, known, answer, english);
        yield return Asking(Nearest(alike.Where(f => f.Region == asked.Region && f.Status == asked.Status), asked), english);
        yield return Asking(
            known.Select(k => k.Figure).FirstOrDefault(f => f.Region == asked.Region && !said.Contains((f.Region, f.Period, f.Status, f.Aspect))), english);
    }

    private static IEnumerable<string?> AfterRefusal(List<LedgerFigure> known, QuestionReading reading)
    {
        var regions = reading.Regions.Select(r => r.Region.Name).ToHashSet();
        return known.Select(k => k.Figure)
            .Where(f => reading.Aspects.IsEmpty || reading.Aspects.Contains(f.Aspect))
            .Where(f => regions.Contains(f.Region!) || Gazetteer.Default.Find(f.Region!) is not null)
            .OrderByDescending(f => regions.Contains(f.Region!))
            .ThenByDescending(f => f.Status == FigureStatus.Achieved)
            .ThenByDescending(f => f.Period!.Value.ToYear)
            .DistinctBy(f => (f.Region, f.Period, f.Status))
            .Select(f => Asking(f, reading.IsEnglish));
    }

    // A place without a name of its own (某区) is nothing to suggest to somebody who asked for another.
    private static bool IsElsewhere(Figure figure, Figure asked) =>
        figure.Region != asked.Region && Gazetteer.Default.Find(figure.Region!) is not null;

    private static Figure? Nearest(IEnumerable<Figure> figures, Figure asked) => figures
        .OrderBy(f => Math.Abs(f.Period!.Value.ToYear - asked.Period!.Value.ToYear))
        .ThenByDescending(f => f.Period!.Value.ToYear)
        .FirstOrDefault();

    private static string? Course(Figure asked, List<LedgerFigure> known, Answer answer, bool english)
    {
        var years = known.Select(k => k.Figure)
            .Where(f => f.Region == asked.Region && f.Status == FigureStatus.Achieved && FigureIdentity.AreOfOneKind(f, asked))
            .Select(f => f.Period!.Value.ToYear)
            .Distinct().Count();
        if (years < 2 || answer.Chart is not null || asked.Status != FigureStatus.Achieved)
            return null;
        return english
            ? English(asked) is var (indicator, region) ? $"How has the {indicator} of {region} changed over the years?" : null
            : $"{asked.Region}历年{Subject(asked)}有什么变化？";
    }

    private static string? Asking(Figure? figure, bool english)
    {
        if (figure is null)
            return null;
        var period = figure.Period!.Value;
        var isTarget = figure.Status == FigureStatus.Target;
        if (english)
        {
            return English(figure) is var (indicator, region)
                ? string.Create(CultureInfo.InvariantCulture, $"What was the {(isTarget ? "target for the " : "")}{indicator} of {region} in {period.ToYear}?")
                : null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{figure.Region}{period.ToYear}年{Subject(figure)}{(isTarget ? "的目标" : "")}是多少？");
    }

    private static string Subject(Figure figure) => figure.Aspect switch
    {
        FigureAspect.New => $"新增{figure.Indicator}数量",
        FigureAspect.NetIncrease => $"{figure.Indicator}净增数量",
        FigureAspect.Cumulative => $"{figure.Indicator}累计总数",
        FigureAspect.Growth => $"{figure.Indicator}增速",
        FigureAspect.Rank => $"{figure.Indicator}排名",
        _ => figure.Indicator!,
    };

    // Only a plain level or share has a name in English; both names must be known.
    private static (string Indicator, string Region)? English(Figure figure)
    {
        var indicator = IndicatorVocabulary.Default.Resolve(figure.Indicator!) is { Level: null } match ? match.Indicator.English : "";
        var region = Gazetteer.Default.Find(figure.Region!)?.English ?? "";
        return indicator.Length > 0 && region.Length > 0 && figure.Aspect is FigureAspect.Level or FigureAspect.Share or FigureAspect.Cumulative
            ? (indicator, region)
            : null;
    }
}
