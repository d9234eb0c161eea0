using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A calculation being put together, step by step.</summary>
internal sealed class GainDraft(ImmutableArray<GainStep> before)
{
    private readonly ImmutableArray<GainStep>.Builder _steps = before.ToBuilder();
    private readonly List<decimal> _parts = [];
    private decimal _value;
    private GainOperand _operand;
    private ProfileQuantity? _base;
    private bool _isAbout;
    private bool _isAtMost;

    /// <summary>No increase, or no excess: there is nothing to take a rate of.</summary>
    public bool IsNothing => _value <= 0;

    /// <summary>A sum that the rule states.</summary>
    public void State(MeasureAmount amount, decimal sum)
    {
        Add(GainStepKind.Stated, Yuan.Written(sum), sum, new GainOperand(Yuan.Written(sum), amount.Span));
        Finish(sum);
    }

    public void From(ToldQuantity told)
    {
        Note(told);
        (_value, _operand) = (told.Value, new GainOperand(told.Written, null));
    }

    /// <summary>One of several sums that were told of the base.</summary>
    public void FromPiece(ToldQuantity told, decimal piece)
    {
        Note(told);
        HasPieces = true;
        (_value, _operand) = (piece, new GainOperand(Yuan.Written(piece), null));
    }

    /// <summary>The increase over the year before; where there is none, nothing.</summary>
    public void Increase(ToldQuantity now, ToldQuantity earlier)
    {
        Note(now);
        _isAbout |= earlier.IsAbout;
        _value = Math.Max(0, now.Value - earlier.Value);
        Add(GainStepKind.Increase, $"{now.Written}−{earlier.Written}={Yuan.Written(now.Value - earlier.Value)}", now.Value - earlier.Value,
            new GainOperand(now.Written, null), new GainOperand(earlier.Written, null));
        _operand = new GainOperand(Yuan.Written(_value), null);
    }

    /// <summary>Only what exceeds a threshold counts.</summary>
    public void Above(decimal threshold, TextSpan span)
    {
        var rest = _value - threshold;
        Add(GainStepKind.Excess, $"{_operand.Written}−{Yuan.Written(threshold)}={Yuan.Written(rest)}", rest, _operand, new GainOperand(Yuan.Written(threshold), span));
        _value = Math.Max(0, rest);
        _operand = new GainOperand(Yuan.Written(_value), null);
    }

    /// <param name="isAtMost">The rule sets the rate as the highest one.</param>
    public void TimesRate(MeasureAmount amount, decimal share, bool isAtMost)
    {
        _isAtMost |= isAtMost;
        var rate = Yuan.Number(amount.Value) + amount.Unit;
        var product = _value * share;
        Add(GainStepKind.Product, $"{_operand.Written}×{rate}={Yuan.Written(product)}", product, _operand, new GainOperand(rate, amount.Span));
        Finish(product);
    }

    /// <summary>A sum for each piece told.</summary>
    public void Times(ToldQuantity told, MeasureAmount amount, decimal each)
    {
        Note(told);
        var product = told.Value * each;
        Add(GainStepKind.Product, $"{told.Written}×{Yuan.Written(each)}={Yuan.Written(product)}", product,
            new GainOperand(told.Written, null), new GainOperand(Yuan.Written(each), amount.Span));
        Finish(product);
    }

    /// <summary>A sum for each piece that there is more than before: 26−15=11.</summary>
    public void TimesMore(ToldQuantity told, decimal earlier, MeasureAmount amount, decimal each)
    {
        Note(told);
        var more = told.Value - earlier;
        var (now, before, rise) = (Yuan.Number(told.Value), Yuan.Number(earlier), Yuan.Number(more));
        Add(GainStepKind.Increase, $"{now}−{before}={rise}", more, new GainOperand(now, null), new GainOperand(before, null));
        Add(GainStepKind.Product, $"{rise}×{Yuan.Written(each)}={Yuan.Written(more * each)}", more * each, new GainOperand(Yuan.Written(each), amount.Span));
        Finish(more * each);
    }

    /// <summary>The ceiling of one piece (单个合同最高60万元), held against the part just reckoned.</summary>
    public void CapPart(decimal most, MeasureAmount ceiling)
    {
        if (_parts.Count == 0 || _parts[^1] <= most)
            return;
        _parts[^1] = most;
        AddCeiling(most, ceiling);
    }

    /// <summary>A stretch of the base at its own rate: (800万元−500万元)×5%=15万元.</summary>
    public void Portion(GainPortion portion)
    {
        Note(portion.Told);
        var rate = Yuan.Number(portion.Amount.Value) + portion.Amount.Unit;
        var product = (portion.To - portion.From) * portion.Share;
        var (to, from) = (Yuan.Written(portion.To), Yuan.Written(portion.From));
        var toIsTold = portion.To == portion.Told.Value;
        var part = portion.From == 0 ? to : $"({to}−{from})";
        Add(GainStepKind.Product, $"{part}×{rate}={Yuan.Written(product)}", product,
            [new GainOperand(to, toIsTold ? null : portion.Amount.Tier!.Span), .. portion.From == 0 ? [] : new[] { new GainOperand(from, portion.Amount.Tier!.Span) }, new GainOperand(rate, portion.Amount.Span)]);
        Finish(product);
    }

    /// <summary>Adds the parts up, where there are several.</summary>
    public void Total()
    {
        _value = _parts.Sum();
        if (_parts.Count > 1)
            Add(GainStepKind.Sum, string.Join('+', _parts.Select(Yuan.Written)) + "=" + Yuan.Written(_value), _value, [.. _parts.Select(p => new GainOperand(Yuan.Written(p), null))]);
    }

    public void AtMost(decimal most, MeasureAmount ceiling)
    {
        if (_value <= most)
            return;
        _value = most;
        AddCeiling(most, ceiling);
    }

    /// <summary>The base was told in several sums, each reckoned by itself.</summary>
    public bool HasPieces { get; private set; }

    /// <summary>What it comes to so far, in yuan.</summary>
    public decimal Value => _value;

    public void AtLeast(decimal least, TextSpan span)
    {
        if (_value >= least)
            return;
        _value = least;
        Add(GainStepKind.Floor, Yuan.Written(least), least, new GainOperand(Yuan.Written(least), span));
    }

    public void Less(ToldQuantity received)
    {
        var rest = Math.Max(0, _value - received.Value);
        var sum = rest > 0 ? $"{Yuan.Written(_value)}−{received.Written}={Yuan.Written(rest)}" : $"{Yuan.Written(_value)}≤{received.Written}";
        Add(GainStepKind.Deduction, sum, rest, new GainOperand(Yuan.Written(_value), null), new GainOperand(received.Written, null));
        _value = rest;
    }

    public Gain Finished(Recurrence? recurrence, int? years) => new(_value, _steps.ToImmutable(), recurrence, years, _isAbout) { Base = _base, IsAtMost = _isAtMost };

    private void Note(ToldQuantity told)
    {
        _base ??= told.Of;
        _isAbout |= told.IsAbout;
    }

    private void AddCeiling(decimal most, MeasureAmount ceiling) =>
        _steps.Add(new GainStep(GainStepKind.Ceiling, Yuan.Written(most), most, [new GainOperand(Yuan.Written(most), ceiling.Span)]) { Per = ceiling.Per?.Text ?? "" });

    private void Finish(decimal part) => _parts.Add(part);

    private void Add(GainStepKind kind, string expression, decimal result, params ImmutableArray<GainOperand> operands) =>
        _steps.Add(new GainStep(kind, expression, result, operands));
}
