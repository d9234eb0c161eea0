using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>A message that begins with a command.</summary>
/// <param name="Name">Lower case, without the slash.</param>
/// <param name="To">The bot it is addressed to (/help@name); null: whoever reads it.</param>
/// <param name="Argument">What follows, trimmed; empty when nothing does.</param>
internal sealed partial record ChatCommand(string Name, string? To, string Argument)
{
    /// <returns>Null when the text is no command.</returns>
    public static ChatCommand? Read(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var to = match.Groups["to"];
        return new ChatCommand(match.Groups["name"].Value.ToLowerInvariant(), to.Success ? to.Value : null, match.Groups["rest"].Value.Trim());
    }

    // Chinese follows a command without a space too.
    [GeneratedRegex(@"^\s*/(?<name>[A-Za-z][A-Za-z0-9_]{0,31})(?:@(?<to>[A-Za-z0-9_]{3,64}))?(?<rest>(?![A-Za-z0-9_@]).*)$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
