namespace Bot.Models;

/// <summary>How a model is.</summary>
/// <param name="Failure">What the last call failed of; null: it went well.</param>
/// <param name="Cause">Cause and remedy, Chinese and English, fit to be shown to the people who run the bot; null with <paramref name="Failure"/>.</param>
/// <param name="Since">When it began to go well, or to fail.</param>
/// <param name="LastCall">When the last call ended.</param>
public sealed record ModelState(ModelFailure? Failure, string? Cause, DateTimeOffset Since, DateTimeOffset LastCall)
{
    public bool IsDegraded => Failure is not null;
}
