using System.Text.RegularExpressions;

namespace Bot.Models;

/// <summary>
/// Makes a server's words fit to be shown: servers echo keys, whole, cut short or with stars ("sk-…abcd"), and some
/// echo the request.
/// </summary>
/// <param name="apiKey">The key in use; null or empty: none.</param>
internal sealed partial class SecretMask(string? apiKey)
{
    private const int LongestText = 200;

    /// <summary>A word that shares this many characters in a row with the key may be a piece of it.</summary>
    private const int PieceLength = 4;

    /// <returns>One line of at most <see cref="LongestText"/> characters; every word that looks like a key is ***.</returns>
    public string Masked(string text)
    {
        text = EchoedInput().Replace(text, "");
        text = KeyLike().Replace(text, "***");
        text = Word().Replace(text, word => HoldsPieceOfKey(word.ValueSpan) ? "***" : word.Value);
        text = Blank().Replace(text, " ").Trim();
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }

    private bool HoldsPieceOfKey(ReadOnlySpan<char> word)
    {
        if (string.IsNullOrEmpty(apiKey))
            return false;
        int length = Math.Min(PieceLength, apiKey.Length);
        for (int start = 0; start + length <= word.Length; start++)
        {
            if (apiKey.AsSpan().Contains(word.Slice(start, length), StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // Validation errors repeat what was sent: {'msg': …, 'input': {'messages': …}}.
    [GeneratedRegex("""['"]input['"]\s*:.*""", RegexOptions.Singleline)]
    private static partial Regex EchoedInput();

    [GeneratedRegex("""\bBearer\s+\S+|\b(?:sk|ak|key|gsk|pk)-[^\s"',]{4,}|\S*\*{3,}\S*""", RegexOptions.IgnoreCase)]
    private static partial Regex KeyLike();

    [GeneratedRegex(@"[^\s""',:;，。：]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();
}
