namespace Bot.Answers.Matching;

/// <summary>A ready answer to a question.</summary>
/// <param name="Told">What choosing it tells, and nothing else.</param>
public sealed record GuidedOption(Bilingual Label, EnterpriseProfile Told);
