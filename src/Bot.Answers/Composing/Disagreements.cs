using System.Collections.Immutable;
using Bot.Answers.Calculating;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Says beside an answer that the reports state another value for the very same.</summary>
internal sealed class Disagreements(IReportIndex index)
{
    // Whatever the answer states must not hide another value, also what it says beside what was asked; those asked for come first.
    private const int MostLookedUp = 6;

    /// <summary>Adds a line for each figure that the answer states and the reports of the scope also state otherwise.</summary>
    public async Task AddAsync(AnswerDraft draft, QuestionReading reading, Evidence evidence, CancellationToken cancellationToken)
    {
        if (reading.Kind is not (QuestionKind.Figure or QuestionKind.Comparison or QuestionKind.Open))
            return;
        var said = new HashSet<(string? Region, string Name, FigureAspect Aspect, Period? Period, FigureStatus Status)>();
        foreach (var figure in Answering(draft, evidence))
        {
            if (!said.Add((figure.Region, FigureIdentity.NameOf(figure), figure.Aspect, figure.Period, figure.Status))
                || await StatedAsync(figure, evidence, cancellationToken) is not [var own, .. var others])
                continue;
            var against = others.Where(o => Disagreement.Between(own, o)).DistinctBy(o => (o.Figure.Value, o.Figure.Unit)).ToImmutableArray();
            if (!against.IsEmpty)
                draft.Line(Line(draft, own, against, reading.IsEnglish));
        }
    }

    /// <summary>资料中说法不一：基金规模2016年目标60亿元[1]，另一处为50[2]，报告没有说明原因。</summary>
    public static string Line(AnswerDraft draft, LedgerFigure stated, ImmutableArray<LedgerFigure> others, bool english)
    {
        var figure = stated.Figure;
        var when = Periods.Label(figure.Period!.Value, FigureIdentity.Quote(stated), english);
        var name = figure.Indicator ?? figure.Words;
        var values = others.Prepend(stated).Select(o => Value(draft, o)).ToList();
        return english
            ? $"The reports disagree: {name}, {when}{(figure.Status == FigureStatus.Target ? ", target" : "")}: {string.Join(" and elsewhere ", values)}. They do not say why."
            : $"资料中说法不一：{name}{when}{(figure.Status == FigureStatus.Target ? "目标" : "")}，{string.Join("，另一处为", values)}；原文没有说明原因。";
    }

    private static string Value(AnswerDraft draft, LedgerFigure stated)
    {
        var marker = draft.Cite(stated.Paragraph, FigureIdentity.Quote(stated));
        draft.State(stated.Figure, marker);
        // An estimate beside the final number is no error of the report, but must be seen to be one.
        var estimated = stated.Figure.Qualifier?.Contains("预计", StringComparison.Ordinal) == true ? "预计" : "";
        return estimated + Calculation.Written(stated.Figure) + marker;
    }

    private static IEnumerable<Figure> Answering(AnswerDraft draft, Evidence evidence) => draft.Figures
        .Select(f => f.Figure)
        .OrderByDescending(f => FigureChoice.Recall(f, evidence.Terms))
        .Take(MostLookedUp);

    // The figure itself first, then whatever else the ledger and the sentences found hold under its name; empty when it is in neither.
    private async Task<ImmutableArray<LedgerFigure>> StatedAsync(Figure figure, Evidence evidence, CancellationToken cancellationToken)
    {
        if (figure.Region is null || figure.Period is not { } period)
            return [];
        var page = await index.FindFiguresAsync(
            new FigureQuery(figure.Region, figure.Indicator ?? figure.Words, FromYear: period.FromYear, ToYear: period.ToYear, Status: figure.Status, IsDoubtful: false),
            cancellationToken);
        var near = evidence.Sentences.SelectMany(s => s.Figures.Where(f => f.Doubt is null).Select(f => new LedgerFigure(f, s.Source)));
        var all = page.Figures.Concat(near).DistinctBy(f => (f.Paragraph.Report, f.Figure.Span)).ToList();
        var own = all.Find(f => f.Figure == figure);
        return own is null ? [] : [own, .. all.Where(f => f != own)];
    }
}
