namespace Bot.Retrieval;

/// <summary>A question the reports did not answer.</summary>
/// <param name="Question">As last asked; writings that differ only in width, case or script count as the same.</param>
/// <param name="Times">How often it was refused.</param>
/// <param name="LastAt">When it was last refused.</param>
public sealed record Gap(string Question, int Times, DateTimeOffset LastAt);
