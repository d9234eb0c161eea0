using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Tells a calculation step by step, each number with its source.</summary>
internal sealed class GainTeller(AnswerDraft draft, MatchedMeasure measure, bool english)
{
    public string Tell(Gain gain)
    {
        foreach (var share in gain.Steps.Where(s => s.Kind == GainStepKind.Tier && s.Operands[0].Written.Contains('=', StringComparison.Ordinal)))
            draft.Compute(NumberScanner.Scan(share.Operands[0].Written[share.Operands[0].Written.LastIndexOf('=')..])[0].Value, share.Operands[0].Written);
        var operands = gain.Steps.Where(s => s.Kind != GainStepKind.Tier || s.Operands[0].Span is not null || !s.Operands[0].Written.Contains('=', StringComparison.Ordinal)).SelectMany(s => s.Operands).Select(o => new ComputedOperand(o.Written, NumberOf(o.Span))).Distinct().ToImmutableArray();
        foreach (var step in gain.Steps.Where(s => s.IsReckoned))
            draft.Compute(new ComputedNumber(Shown(step), step.Expression) { Operands = operands });
        var markers = string.Concat(operands.Select(o => o.Citation).OfType<int>().Distinct().Order().Select(n => FormattableString.Invariant($"[{n}]")));
        var told = string.Join(english ? "; " : "；", gain.Steps.Select(s => Step(s, english)));
        var about = gain.IsAbout ? english ? "about " : "约" : "";
        var yearly = gain.Recurrence == Recurrence.Yearly ? english ? " a year" : "（每年）" : "";
        // A sum is a promise only where nothing of the measure's own is left to be confirmed.
        var proviso = !measure.IsOpen ? "" : english ? "if what is to be confirmed holds, " : "如待确认的条件均满足，";
        var most = !gain.IsAtMost ? "" : english ? "at most " : "最多";
        return told + (english ? $"; {proviso}in all {most}{about}{Yuan.Written(gain.Value)}{yearly}{markers}" : $"；{proviso}{most}可得{about}{Yuan.Written(gain.Value)}{yearly}{markers}");
    }

    public static string Step(GainStep step, bool english) => step.Kind switch
    {
        GainStepKind.Tier => english ? $"{step.Operands[0].Written} is in the step “{step.Expression}”" : $"{step.Operands[0].Written}属“{step.Expression}”一档",
        GainStepKind.Ceiling => english ? $"capped at {step.Expression}{(step.Per.Length > 0 ? $" ({step.Per})" : "")}" : $"{step.Per}最高{step.Expression}",
        GainStepKind.Floor => english ? $"at least {step.Expression}" : $"不低于{step.Expression}",
        GainStepKind.Deduction => english ? $"less what was received: {step.Expression}" : $"扣除已获：{step.Expression}",
        GainStepKind.Increase => english ? $"increase {step.Expression}" : $"增量{step.Expression}",
        GainStepKind.Excess => english ? $"excess {step.Expression}" : $"超出部分{step.Expression}",
        _ => step.Expression,
    };

    // As the text shows it, without unit.
    private static decimal Shown(GainStep step)
    {
        var result = step.Expression[(step.Expression.LastIndexOfAny(['=', '≤']) + 1)..];
        return decimal.Parse(result.TrimEnd('元', '万', '亿'), CultureInfo.InvariantCulture);
    }

    private int? NumberOf(TextSpan? span)
    {
        if (span is not { } known)
            return null;
        var marker = draft.Cite(measure.Found.ParagraphOf(known), measure.Found.Quote(known).Sentence);
        return int.Parse(marker.Trim('[', ']'), CultureInfo.InvariantCulture);
    }
}
