namespace Bot.Answers.Generating;

/// <param name="Reason">Why, in Chinese, for the repair.</param>
internal sealed record Verdict(VerdictKind Kind, string Reason);
