namespace Bot.Channels;

/// <summary>Whether a request is answered.</summary>
internal abstract record AccessDecision
{
    private AccessDecision()
    {
    }

    public sealed record Granted : AccessDecision;

    /// <summary>Neither the chat nor the person is on the list, or an administrator shut them out.</summary>
    public sealed record Denied : AccessDecision;

    /// <summary>Too many questions in a minute.</summary>
    /// <param name="Wait">Until the next is answered.</param>
    /// <param name="IsFirst">Nobody was told yet since the limit was reached: saying it each time would only add to the flood.</param>
    public sealed record Limited(TimeSpan Wait, bool IsFirst) : AccessDecision;
}
