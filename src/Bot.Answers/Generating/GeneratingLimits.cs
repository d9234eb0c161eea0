namespace Bot.Answers.Generating;

/// <summary>What one question may cost.</summary>
/// <param name="InputCharacters">Longest prompt, instructions and sources together.</param>
/// <param name="Budget">Time for all calls of one question.</param>
public sealed record GeneratingLimits(int InputCharacters, TimeSpan Budget);
