namespace Bot.Answers.Generating;

/// <param name="Reason">Why, in Chinese, for the repair.</param>
/// <param name="Meaning">What an English sentence was found to say, in Chinese.</param>
internal sealed record Verdict(VerdictKind Kind, string Reason, string? Meaning = null);
