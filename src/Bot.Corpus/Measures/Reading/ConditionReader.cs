using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Reads the conditions that stand in a stretch of text: what is measured, standings held, region, field, credit. A clause that is
/// clearly a condition but none of these is kept as unread.
/// </summary>
internal sealed class ConditionReader(PolicyText text)
{
    private static readonly Regex Or = MeasureWords.Form("^(?:的|企业|,|\\s){0,3}或者?");

    private readonly MeasuredConditions _measured = new(text);
    private readonly NamedConditions _named = new(text);
    private readonly ClauseConditions _clauses = new(text);

    /// <summary>The conditions of the words before what is given (对…的企业).</summary>
    public ImmutableArray<MeasureCondition> ReadZone(TextSpan zone, int branch)
    {
        var found = Known(zone);
        found.AddRange(_clauses.InZone(zone, found));
        return Settle(found, branch);
    }

    /// <summary>The conditions of a text that lists them: every clause is one.</summary>
    public ImmutableArray<MeasureCondition> ReadList(TextSpan span, int branch)
    {
        var found = Known(span);
        found.AddRange(_clauses.InList(span, found));
        return Settle(found, branch);
    }

    /// <summary>Those of known kinds only, for words that also name who it is for (支持对象).</summary>
    public ImmutableArray<MeasureCondition> ReadKnown(TextSpan span, int branch) => Settle(Known(span), branch);

    private List<MeasureCondition> Known(TextSpan span)
    {
        var found = _measured.Read(span).ToList();
        found.AddRange(_named.Read(span).Where(named => !found.Exists(f => f.Span.Contains(named.Span) && f.Kind != ConditionKind.Other && !IsApart(f, named))));
        return found;
    }

    // 高新技术产品收入 names no standing; 拥有发明专利5件 is one condition, not two.
    private static bool IsApart(MeasureCondition measured, MeasureCondition named) =>
        named.Kind is ConditionKind.FirstTime || (named.Kind is ConditionKind.Recognition or ConditionKind.Size or ConditionKind.Sector && measured.Kind is ConditionKind.Age);

    private ImmutableArray<MeasureCondition> Settle(List<MeasureCondition> found, int branch)
    {
        var settled = found.Select(c => c with { Branch = branch })
            .OrderBy(c => c.Span.Start).ThenByDescending(c => c.Span.Length).DistinctBy(c => (c.Kind, c.Span.Start, c.Operator)).ToArray();
        for (var i = 1; i < settled.Length; i++)
        {
            var (last, next) = (settled[i - 1], settled[i]);
            if (last.Span.End > next.Span.Start || !Or.IsMatch(text.Plain[last.Span.End..next.Span.Start]))
                continue;
            var either = last.Either > 0 ? last.Either : last.Span.Start + 1;
            (settled[i - 1], settled[i]) = (last with { Either = either }, next with { Either = either });
        }
        return [.. settled];
    }
}
