namespace Bot.TestServers;

/// <summary>What a request is answered with instead of what it asked for.</summary>
/// <param name="Text">The error, in the envelope; or the whole body where <paramref name="IsPlain"/>.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Drops">The connection ends without an answer.</param>
public sealed record Refusal(int Status, string Text, bool IsPlain = false, int? RetryAfter = null, bool Drops = false)
{
    /// <summary>As if nothing listened there.</summary>
    public static Refusal Down { get; } = new(0, "", Drops: true);
}

/// <summary>Ends a request with a refusal.</summary>
internal sealed class RefusalException(int status, string text, bool isPlain = false) : Exception(text)
{
    public Refusal Refusal => new(status, Message, isPlain);
}
