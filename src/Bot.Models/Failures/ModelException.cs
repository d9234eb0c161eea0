namespace Bot.Models;

/// <summary>
/// A model gave nothing usable. The message names the cause and the remedy, Chinese and English, for the people who run
/// the bot; it holds no key and no prompt.
/// </summary>
public sealed class ModelException : Exception
{
    internal ModelException(ModelFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    public ModelFailure Failure { get; }

    /// <summary>The same request may well succeed a little later.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>How long the server asks to be left alone; null: it doesn't say.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
