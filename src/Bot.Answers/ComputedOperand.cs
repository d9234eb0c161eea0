namespace Bot.Answers;

/// <summary>A number that a calculation starts from.</summary>
/// <param name="Written">As the expression shows it: 260万元, 20%.</param>
/// <param name="Citation">Number of the citation whose paragraph holds it; null: the asker told it, or a calculation before gave it.</param>
public readonly record struct ComputedOperand(string Written, int? Citation);
