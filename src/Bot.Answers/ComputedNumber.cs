using System.Collections.Immutable;

namespace Bot.Answers;

/// <summary>A number of the answer that was calculated, not quoted.</summary>
/// <param name="Value">As shown in the text, without unit.</param>
/// <param name="Expression">The sum as shown in the text: 731−603=128家.</param>
public sealed record ComputedNumber(decimal Value, string Expression)
{
    /// <summary>Where its numbers come from; empty where the line that shows the sum cites all of them.</summary>
    public ImmutableArray<ComputedOperand> Operands { get; init; } = [];
}
