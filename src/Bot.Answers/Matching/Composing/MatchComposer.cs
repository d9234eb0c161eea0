using System.Collections.Immutable;
using Bot.Answers.Composing;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// Says what measures there are for an enterprise, for a chat: the best ones with what they give, how their conditions stand, their
/// state and source; the next by name; the rest counted.
/// </summary>
internal sealed class MatchComposer
{
    private const int MostMeasures = 3;

    // Those with a sum, and nothing of their own left open, are told beyond that.
    private const int MostWithSum = 6;
    private const int MostNamed = 5;
    private const int MostNearMisses = 2;
    private const int MostPast = 3;
    private const int MostAsked = 3;

    private readonly MatchResult _result;
    private readonly bool _english;
    private readonly AnswerDraft _draft = new();
    private readonly MeasureTeller _teller;

    public MatchComposer(MatchResult result, bool english) =>
        (_result, _english, _teller) = (result, english, new MeasureTeller(_draft, english));

    /// <summary>Null when there is nothing to offer, nothing that nearly fits and nothing that once held.</summary>
    public AnswerDraft? Compose()
    {
        var rules = _result.Offered.Where(m => m.Measure.Standing == MeasureStanding.Rule).ToImmutableArray();
        if (rules.IsEmpty && _result.NearMisses.IsEmpty && _result.Past.IsEmpty)
            return null;
        // Where something is looked for, what fits in full is told beside it; the rest is counted, not told.
        var serving = _result.Serving;
        // Beside what was asked for only sums that hang on nothing are told in full.
        var missed = serving.Any(m => m.IsAskedFor) ? null : _result.NearMisses.FirstOrDefault(m => m.IsAskedFor);
        var isOfOne = serving.Length > MostMeasures && (missed is not null || serving.Any(m => m.IsAskedFor));
        var shown = serving.Take(MostWithSum).Where((m, i) => (i < MostMeasures && (!isOfOne || m.IsAskedFor)) || (m.Gain is not null && !m.IsOpen)).ToImmutableArray();
        if (missed is not null && !serving.IsEmpty)
            Missed(missed, serving);
        else
            Opening(serving);
        Past();
        foreach (var measure in shown)
            _teller.Tell(measure);
        var mentioned = _result.Offered.Where(m => m.Measure.Standing != MeasureStanding.Rule && m.Relevance > 0).Take(MostNearMisses).ToImmutableArray();
        foreach (var measure in mentioned)
            _teller.Tell(measure);
        foreach (var measure in _result.NearMisses.Where(m => m != missed || serving.IsEmpty).Take(serving.IsEmpty ? MostNearMisses : missed is null ? 1 : 0))
            _teller.Near(measure);
        General(shown.AddRange(mentioned));
        foreach (var highest in _result.Highest.Where(h => h.Measures.Count(m => shown.Contains(m)) > 1))
            Highest(highest);
        foreach (var cap in _result.Caps.Where(c => c.Measures.Count(m => shown.Contains(m)) > 1))
            _teller.Together(cap);
        Closing([.. serving.Except(shown)], rules.Length - serving.Length);
        return _draft;
    }

    private void Opening(ImmutableArray<MatchedMeasure> serving)
    {
        if (serving.IsEmpty)
        {
            _draft.Line((_result.NearMisses.IsEmpty, _english) switch
            {
                (true, true) when _result.IsPastAskedFor => "The documents hold no measure in force for this; what once held, to be read only:",
                (true, false) when _result.IsPastAskedFor => "按提问日期，资料中没有仍然有效的相应措施；以下是已经失效的规定，只供查阅：",
                (true, true) => "The documents hold no measure in force for this:",
                (true, false) => "按提问日期，资料中没有仍然有效的相应措施：",
                (_, true) => "By what you told, none of the measures in the documents fits as it stands; these come nearest:",
                _ => "按您说的情况，资料中没有条件全部相符的措施；最接近的是：",
            });
            return;
        }

        var count = Counted(serving.Length);
        var fitting = serving.Count(m => m.Fit == MeasureFit.Fits);
        var first = serving[0];
        var marker = _teller.Cite(first.Found, first.Measure.Span);
        _draft.Line(_english
            ? $"By what you told, {count} {(serving.Length == 1 ? "measure" : "measures")} may apply{(fitting > 0 ? $", {Counted(fitting)} of them with all their own conditions met" : "")}; the first is “{first.Measure.Name}”{marker}."
            : $"按您说的情况，资料中有{count}项措施可能适用{(fitting > 0 ? $"，其中{Counted(fitting)}项的自身条件均已满足" : "")}；首先是“{first.Measure.Name}”{marker}。");
    }

    // What was asked about doesn't fit: that comes first.
    private void Missed(MatchedMeasure missed, ImmutableArray<MatchedMeasure> serving)
    {
        var count = Counted(serving.Length);
        var marker = _teller.Cite(missed.Found, missed.Measure.Span);
        _draft.Line(_english
            ? $"By what you told, “{missed.Measure.Name}”{marker} does not fit as it stands; {count} other {(serving.Length == 1 ? "measure" : "measures")} may apply."
            : $"按您说的情况，“{missed.Measure.Name}”{marker}暂不符合；另有{count}项措施可能适用。");
        _teller.Near(missed);
    }

    // What was asked about and holds no more is said to be so, never offered.
    private void Past()
    {
        foreach (var past in _result.Past.Take(MostPast))
        {
            var measure = past.Found;
            var state = MatchWording.State(measure.State, _english);
            var statement = measure.State == MeasureState.Expired && measure.Measure.Validity.Statement is { } validity
                ? (_english ? $": “{Trimmed(validity.Text)}”" : $"：“{Trimmed(validity.Text)}”") + _teller.Cite(measure, validity.Span)
                : "";
            var marker = _teller.Cite(measure, measure.Measure.Span);
            _draft.Line(_english ? $"◇ No longer in force: {measure.Measure.Name}{marker} ({state}{statement})" : $"◇ 不能再作为依据：{measure.Measure.Name}{marker}（{state}{statement}）");
            if (_result.IsPastAskedFor)
                _teller.Was(past);
        }
    }

    // What a document asks of all its measures is said once.
    private void General(ImmutableArray<MatchedMeasure> shown)
    {
        foreach (var document in shown.Where(m => m.Conditions.Any(c => c.Condition.IsGeneral)).GroupBy(m => m.Found.Report))
        {
            var first = document.First();
            var general = document.SelectMany(m => m.Conditions).Where(c => c.Condition.IsGeneral).DistinctBy(c => c.Condition.Span).ToImmutableArray();
            // The title may hold numbers of its own: it is cited like all that is quoted.
            var marker = _teller.Cite(first.Found, general[0].Condition.Span);
            _draft.Blank().Line(_english ? $"General conditions of《{first.Found.Metadata.Title}》{marker}:" : $"《{first.Found.Metadata.Title}》的通用条件：{marker}");
            _teller.Conditions(first, general);
        }
    }

    private void Highest(HighestOf highest)
    {
        var best = highest.Measures[0];
        var marker = _teller.Cite(best.Found, highest.Rule.Span);
        var names = string.Join(_english ? ", " : "、", highest.Measures.Select(m => $"“{m.Measure.Name}”"));
        var most = Yuan.Written(best.Gain!.Value);
        _draft.Blank().Line(_english
            ? $"Of {names} only the highest is given where they are for one matter{marker}: {most}{_teller.Cite(best.Found, best.Amounts[^1].Span)}."
            : $"{names}属同一事项的，就高不重复{marker}：取{most}{_teller.Cite(best.Found, best.Amounts[^1].Span)}。");
    }

    /// <param name="next">They serve what is looked for, and weren't told.</param>
    /// <param name="others">How many serve other matters.</param>
    private void Closing(ImmutableArray<MatchedMeasure> next, int others)
    {
        _draft.Blank();
        if (!next.IsEmpty)
        {
            var named = string.Join(_english ? ", " : "、", next.Take(MostNamed).Select(m => $"“{m.Measure.Name}”{_teller.Cite(m.Found, m.Measure.Span)}"));
            _draft.Line(_english ? $"Next in line: {named}." : $"其次还有：{named}。");
        }

        var rest = Math.Max(0, next.Length - MostNamed) + others;
        if (rest > 0)
            _draft.Line(_english ? $"{Counted(rest)} more measures of your region are not listed: ask about one matter, or send /match to go through them." : $"本地另有{Counted(rest)}项措施未列出：可以就某一事项再问，或发送 /match 逐步筛选。");
        if (!_result.Next.IsEmpty && !(_result.Past.Length > 0 && next.IsEmpty))
        {
            var asked = _result.Next.Take(MostAsked).Select(n => n.Ask(_english));
            _draft.Line(_english ? $"To narrow this down, tell me: {string.Join("; ", asked)}." : $"再告诉我这些，清单会更准：{string.Join("；", asked)}。");
        }

        _draft.Line(MatchWording.Notice.In(_english));
    }

    private static string Trimmed(string quoted) => MeasureTeller.Unnumbered(quoted).TrimEnd('。', '；', ';');

    private string Counted(int count)
    {
        var said = FormattableString.Invariant($"{count}");
        _draft.Compute(count, _english ? said : said + "项");
        return said;
    }
}
