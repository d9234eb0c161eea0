using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>What words of a measure are taken for by staff: a condition, an amount, or, when both are null, neither.</summary>
public sealed record MeasureMeaning(ConditionMeaning? Condition = null, AmountMeaning? Amount = null)
{
    /// <summary>The words are no condition, no amount, or the measure is none.</summary>
    public static MeasureMeaning Withdrawn { get; } = new();
}

/// <summary>A condition, in the words of <see cref="MeasureCondition"/>, all of it: equal to what was read, that is found right.</summary>
public sealed record ConditionMeaning(
    ConditionKind Kind, ConditionOperator Operator, decimal? Value, string Unit, ImmutableArray<string> Words);

/// <summary>An amount, in the words of <see cref="MeasureAmount"/>; base, tier and recurrence stay as read.</summary>
public sealed record AmountMeaning(AmountKind Kind, decimal Value, string Unit);
