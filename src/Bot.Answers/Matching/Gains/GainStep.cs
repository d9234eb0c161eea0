using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>One step of a calculation.</summary>
/// <param name="Expression">As shown: 60万元×20%=12万元; for ceilings, floors and stated sums the sum itself.</param>
/// <param name="Result">In yuan.</param>
public sealed record GainStep(GainStepKind Kind, string Expression, decimal Result, ImmutableArray<GainOperand> Operands)
{
    /// <summary>What a ceiling is for (单个合同); empty where it is for all.</summary>
    public string Per { get; init; } = "";

    /// <summary>True when the expression holds a number that neither the rule nor the asker writes.</summary>
    public bool IsReckoned => Kind is GainStepKind.Increase or GainStepKind.Excess or GainStepKind.Product or GainStepKind.Sum or GainStepKind.Deduction;
}
