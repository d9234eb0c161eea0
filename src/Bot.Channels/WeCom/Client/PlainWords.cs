using System.Text.RegularExpressions;

namespace Bot.Channels.WeCom;

/// <summary>What is left of a message in Markdown when its marks are taken out, for where Markdown is not taken. Never longer.</summary>
internal static partial class PlainWords
{
    public static string Of(string markdown) => Quoted().Replace(Bold().Replace(Link().Replace(markdown, "${words}\n${address}"), "${words}"), "");

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]+)\]\((?<address>https?://[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    [GeneratedRegex("^> ?", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
