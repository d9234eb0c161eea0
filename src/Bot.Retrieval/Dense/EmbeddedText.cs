namespace Bot.Retrieval;

/// <summary>What of a passage is embedded. Part of what vectors are remembered by: change it, and everything is embedded anew.</summary>
internal static class EmbeddedText
{
    /// <summary>The title, the nearest heading and the passage, a line each: a window of a long paragraph means little without them.</summary>
    public static string Of(string title, IReadOnlyList<string> section, string text) =>
        section is [.., var heading] ? $"{title}\n{heading}\n{text}" : $"{title}\n{text}";
}
