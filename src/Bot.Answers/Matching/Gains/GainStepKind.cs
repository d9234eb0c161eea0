namespace Bot.Answers.Matching;

/// <summary>What a step of a calculation does.</summary>
public enum GainStepKind
{
    /// <summary>A sum as the rule writes it.</summary>
    Stated,

    /// <summary>What was told falls in a step of the scale; the expression is the step's own words.</summary>
    Tier,

    /// <summary>The increase over the year before: 260万元−200万元=60万元.</summary>
    Increase,

    /// <summary>What exceeds a threshold: 260万元−200万元=60万元.</summary>
    Excess,

    /// <summary>Base times rate, or pieces times sum.</summary>
    Product,
    Sum,

    /// <summary>The ceiling is lower than what was reckoned.</summary>
    Ceiling,

    /// <summary>The floor is higher.</summary>
    Floor,

    /// <summary>What was received already is taken off.</summary>
    Deduction,
}
