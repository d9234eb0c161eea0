namespace Bot.Channels;

/// <summary>What a command comes to.</summary>
internal abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    public sealed record Said(ChatOutput Output) : CommandOutcome;

    /// <summary>A question is to be answered, as if it had been asked in words.</summary>
    public sealed record Asked(string Question) : CommandOutcome;

    /// <summary>Measures are to be matched to an enterprise.</summary>
    /// <param name="Words">What was told of it; perhaps empty.</param>
    public sealed record Matching(string Words) : CommandOutcome;

    public static Task<CommandOutcome> Say(string text) => Task.FromResult(Told(text));

    public static CommandOutcome Told(string text) => new Said(new ChatOutput.Notice(text));
}
