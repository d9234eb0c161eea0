using System.Collections.Immutable;
using Bot.Answers.Composing;

namespace Bot.Answers.Matching;

/// <summary>Says in a few lines how a match stands: how many measures, the first of them with their sources.</summary>
internal sealed class OutlineComposer(MatchResult result, bool english)
{
    private const int MostNamed = 3;

    private readonly AnswerDraft _draft = new();

    /// <summary>Null when there is nothing to offer and nothing that nearly fits.</summary>
    public AnswerDraft? Compose()
    {
        var serving = result.Serving;
        var shown = serving.IsEmpty ? result.NearMisses : serving;
        if (shown.IsEmpty)
            return null;
        _draft.Line(serving.IsEmpty ? Near() : Standing(serving));
        foreach (var measure in shown.Take(MostNamed))
            _draft.Line($"- {measure.Measure.Name}{Cite(measure)}{Fit(measure)}");
        return _draft;
    }

    private string Standing(ImmutableArray<MatchedMeasure> serving)
    {
        var (count, fitting) = (Counted(serving.Length), Counted(serving.Count(m => m.Fit == MeasureFit.Fits)));
        return english
            ? $"So far {count} measures may apply, {fitting} of them with all their own conditions met. First:"
            : $"目前有{count}项措施可能适用，其中{fitting}项的自身条件均已满足。排在前面的：";
    }

    private string Near() => english
        ? "By what was told so far no measure fits as it stands; these come nearest:"
        : "按目前所说，没有条件全部相符的措施；最接近的是：";

    private string Fit(MatchedMeasure measure) => measure.Fit switch
    {
        _ when measure.IsClosed => english ? ": this round is closed" : "：本轮申报已截止",
        MeasureFit.Fits => english ? ": own conditions met" : "：自身条件均已满足",
        MeasureFit.MayFit => english ? ": conditions to confirm" : "：有条件待确认",
        _ => english ? ": one condition not met" : "：有一项条件不满足",
    };

    private string Cite(MatchedMeasure measure)
    {
        var span = measure.Amounts.IsEmpty ? measure.Measure.Span : measure.Amounts[0].Span;
        return _draft.Cite(measure.Found.ParagraphOf(span), measure.Found.Quote(span).Sentence);
    }

    private string Counted(int count)
    {
        var said = FormattableString.Invariant($"{count}");
        _draft.Compute(count, english ? said : said + "项");
        return said;
    }
}
