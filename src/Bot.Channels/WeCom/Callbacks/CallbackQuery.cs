using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels.WeCom;

/// <summary>What a callback proves itself by.</summary>
/// <param name="Timestamp">As it was written, which is what was signed.</param>
/// <param name="At">The same as a time.</param>
internal sealed record CallbackQuery(string Signature, string Timestamp, string Nonce, DateTimeOffset At)
{
    private const int SignatureLength = 40;
    private const int LongestNonce = 128;

    // Until the year 5138.
    private const int LongestTimestamp = 11;

    /// <returns>Null when a part is missing, doubled or can't be one.</returns>
    public static CallbackQuery? Read(IQueryCollection query)
    {
        if (One(query, "msg_signature") is not { Length: SignatureLength } signature
            || One(query, "nonce") is not { Length: <= LongestNonce } nonce
            || One(query, "timestamp") is not { Length: <= LongestTimestamp } timestamp
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        return new CallbackQuery(signature, timestamp, nonce, DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    /// <returns>Null when it is missing, empty or doubled.</returns>
    public static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
