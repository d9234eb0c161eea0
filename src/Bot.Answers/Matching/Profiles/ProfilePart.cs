namespace Bot.Answers.Matching;

/// <summary>One thing that a profile tells, in words.</summary>
/// <param name="Without">The profile without it.</param>
public sealed record ProfilePart(Bilingual Words, EnterpriseProfile Without);
