using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Gives each kind of ask to the composer that answers it.</summary>
internal sealed partial class AskComposer(IReportIndex index, QuestionWords words, ComparisonComposer comparisons)
{
    private const double PartsTold = 0.6;

    // Reports read whole for one question: those of one region, not a library.
    private const int MostReadWhole = 6;

    private static readonly ImmutableArray<string> OverviewLists = ["targetsoverview", "resultsoverview", "general"];

    /// <summary>Null when nothing of the evidence answers.</summary>
    public async Task<AnswerDraft?> ComposeAsync(
        QuestionReading reading,
        Scope scope,
        Evidence evidence,
        ImmutableDictionary<string, int> instruments,
        CancellationToken cancellationToken)
    {
        if (OverviewOf(reading) is var part && part != ReportPart.Unknown && scope.IsRegionGiven
            && OverviewComposer.Compose(reading, scope, part, await WholeReportsAsync(scope, cancellationToken)) is { } overview)
            return overview;
        switch (reading.Kind)
        {
            case QuestionKind.List:
                var whole = await WholeReportsAsync(evidence, cancellationToken);
                var list = ListComposer.Compose(reading, scope, evidence, whole);
                if (list is null)
                    return InOneSentence(reading, scope, evidence);
                CountedNames.Note(list, reading, whole);
                return list;
            case QuestionKind.Comparison when IsStatedDifference(reading, scope, evidence):
                return FigureComposer.Compose(reading with { Units = [AskedUnit.Any] }, scope, evidence);
            case QuestionKind.Comparison when StatedGrowth(reading, scope, evidence) is { } growth:
                return FigureComposer.Compose(growth, scope with { Years = growth.Years }, evidence);
            case QuestionKind.Comparison:
                return await comparisons.ComposeAsync(reading, scope, cancellationToken)
                    ?? FigureComposer.Compose(reading, scope with { Status = reading.Status is AskedStatus.Both ? AskedStatus.Any : scope.Status }, evidence);
            case QuestionKind.Measure:
                return MeasureComposer.Compose(reading, scope, evidence, instruments) ?? FigureComposer.Compose(reading, scope, evidence);
            case QuestionKind.DocumentNumber:
            case QuestionKind.Date when words.Has("publication", reading.Folded):
                return await PublicationAsync(reading, scope, evidence, cancellationToken) ?? FactComposer.Compose(reading, scope, evidence, words);
            case QuestionKind.Date or QuestionKind.Person:
                return FactComposer.Compose(reading, scope, evidence, words);
            case QuestionKind.Open when reading.IsPremise:
                return PremiseComposer.Compose(reading, scope, evidence);
            default:
                return FigureComposer.Compose(reading, scope, evidence);
        }
    }

    // 分哪几块，各多少: the parts stand in one sentence, told whole.
    private static AnswerDraft? InOneSentence(QuestionReading reading, Scope scope, Evidence evidence) =>
        evidence.Sentences.Any(s => s.Match >= PartsTold && Parts().Count(s.Text) > 0 && Eligibility.InYears(s, scope.Years))
            ? FigureComposer.Compose(reading with { Units = [] }, scope, evidence with { Sentences = [.. evidence.Sentences.Where(s => s.Match >= PartsTold && Parts().Count(s.Text) > 0)] })
            : null;

    // 主要目标是什么, with no subject of its own beside it.
    private ReportPart OverviewOf(QuestionReading reading)
    {
        var part = words.Has("targetsoverview", reading.Folded) ? ReportPart.Plan
            : words.Has("resultsoverview", reading.Folded) ? ReportPart.Summary
            : ReportPart.Unknown;
        if (part == ReportPart.Unknown || reading.Kind is QuestionKind.Comparison or QuestionKind.Measure)
            return ReportPart.Unknown;
        var general = OverviewLists.SelectMany(l => words.Find(l, reading.Folded)).Select(w => w.Span).ToList();
        var own = reading.Terms.Where(t => !general.Any(g => g.Start <= t.At + 1 && t.At < g.End)).Sum(t => t.Weight);
        return own < 1 ? part : ReportPart.Unknown;
    }

    private async Task<IReadOnlyCollection<Report>> WholeReportsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var reports = new List<Report>();
        foreach (var entry in scope.Reports.Take(MostReadWhole))
        {
            if (await index.LoadAsync(entry.Id, cancellationToken) is { } report)
                reports.Add(report);
        }

        return reports;
    }

    // 增速比规上工业高几个点: where the report states the very difference, it is quoted, not calculated.
    private static bool IsStatedDifference(QuestionReading reading, Scope scope, Evidence evidence) =>
        reading.Years.Length < 2 && reading.Status != AskedStatus.Both
        && reading.Regions.Select(r => r.Region.Name).Distinct().Count() < 2
        && FigureChoice.Rank(reading, scope.Years, scope.Status, evidence).FirstOrDefault() is { Figure.Aspect: FigureAspect.Difference, Score: > 0.6 };

    // 2021年比2020年增长了百分之几: where the report of 2021 states its growth, two growth rates are not set side by side.
    private static QuestionReading? StatedGrowth(QuestionReading reading, Scope scope, Evidence evidence)
    {
        if (reading.Years is not [var before, var after] || after != before + 1 || !reading.Aspects.Contains(FigureAspect.Growth)
            || !reading.Units.Contains(AskedUnit.Percent) || !Grown().IsMatch(reading.Folded) || reading.Regions.Select(r => r.Region.Name).Distinct().Count() > 1)
            return null;
        var later = reading with { Years = [after] };
        return FigureChoice.Rank(later, later.Years, scope.Status, evidence).FirstOrDefault() is { Figure.Aspect: FigureAspect.Growth, Score: > 0.6 } ? later : null;
    }

    [GeneratedRegex("其中|分别|、[^、，。；]{1,30}、|\\d[^、，。；]{0,6}、[^、，。；]{2,24}\\d")]
    private static partial Regex Parts();

    // 增速比2020年快还是慢 compares two rates.
    [GeneratedRegex("比(19|20)?\\d\\d年[^,。]{0,4}(增长|上涨|增加|下降|减少)[^,。]{0,2}(百分之|多少|几)")]
    private static partial Regex Grown();

    // The lines that say when and by whom a report was published stand at its head; a search for its subject does not bring them.
    private async Task<AnswerDraft?> PublicationAsync(QuestionReading reading, Scope scope, Evidence evidence, CancellationToken cancellationToken)
    {
        return PublicationComposer.Compose(reading, evidence.Terms, await WholeReportsAsync(scope, cancellationToken));
    }

    // Lists may stand over many headings, more than a search brings: the reports that the evidence points to are read whole.
    private async Task<IReadOnlyCollection<Report>> WholeReportsAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        var ids = evidence.Sentences
            .GroupBy(s => s.Source.Report)
            .OrderByDescending(g => g.Max(s => s.Match))
            .Take(2)
            .Select(g => g.Key);
        var reports = new List<Report>();
        foreach (var id in ids)
        {
            if (await index.LoadAsync(id, cancellationToken) is { } report)
                reports.Add(report);
        }

        return reports;
    }
}
