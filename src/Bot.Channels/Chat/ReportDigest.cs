using System.Collections.Immutable;
using Bot.Answers;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>Says in short what a report that was read brings: what it covers, its key figures and its targets, each cited.</summary>
internal sealed class ReportDigest(IReportIndex index)
{
    private const int Results = 5;
    private const int Targets = 3;

    // Enough to choose from; a report states a few hundred.
    private const int LookedAt = 400;

    /// <param name="isChanged">Whoever is told knew the report before it changed.</param>
    /// <returns>An answer, as it can be shown on any platform.</returns>
    public async Task<Answer.Answered> OfAsync(ReportEntry report, bool isChanged, CancellationToken cancellationToken)
    {
        var sound = (await index.FindFiguresAsync(new FigureQuery(Report: report.Id, IsDoubtful: false, Limit: LookedAt), cancellationToken)).Figures;
        // The indicators that the vocabulary knows are those that people ask for; one figure each, the whole before its parts.
        var chosen = Best(sound, FigureStatus.Achieved, Results).Concat(Best(sound, FigureStatus.Target, Targets)).ToList();
        var metadata = report.Metadata!; // a readable report has some
        var covers = string.Join("；", new[]
        {
            metadata.Region is { } region ? $"地区：{region}" : null,
            metadata.SummaryYear is { } summary ? $"总结：{summary}年" : null,
            metadata.PlanYear is { } plan ? $"计划：{plan}年" : null,
        }.OfType<string>());
        var lead = $"{(isChanged ? "报告有更新" : "新收录的报告")}：{metadata.Title}" + (covers.Length > 0 ? $"\n\n{covers}" : "") + (chosen.Count > 0 ? "\n\n主要数字与目标：" : "");
        return FigureLine.ToAnswer(lead, chosen, chosen.Count > 0 ? "" : "报告中没有可直接引用的数字，可以就内容提问。");
    }

    private static IEnumerable<LedgerFigure> Best(ImmutableArray<LedgerFigure> figures, FigureStatus status, int most) => figures
        .Where(f => f.Figure.Status == status && f.Figure.Indicator is not null && f.Figure.Aspect is FigureAspect.Level or FigureAspect.Cumulative or FigureAspect.New or FigureAspect.Share)
        .Where(f => f.Figure.Region == f.Paragraph.Metadata.Region)
        .GroupBy(f => f.Figure.Indicator)
        .Select(g => g.OrderBy(f => f.Figure.Aspect is FigureAspect.Level ? 0 : 1).ThenBy(f => f.Figure.Period?.IsPartial is true ? 1 : 0).ThenBy(f => f.Figure.Span.Start).First())
        .OrderBy(f => f.Figure.Span.Start)
        .Take(most);
}
