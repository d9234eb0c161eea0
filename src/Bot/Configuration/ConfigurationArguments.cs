using System.Collections.Immutable;

namespace Bot.Configuration;

/// <summary>The command line in two: settings in .NET's form (--Web:Url=…, --Web:Url …), and the rest.</summary>
internal sealed record ConfigurationArguments(ImmutableArray<string> Settings, ImmutableArray<string> Rest)
{
    // Read by .NET itself, so no options class of ours names them.
    private static readonly string[] s_foreignSections = ["Logging", "Kestrel"];

    /// <summary>Only keys in sections that are read count as settings: any other word stays, and is an error where it stands.</summary>
    public static ConfigurationArguments Split(IReadOnlyList<string> arguments)
    {
        var settings = ImmutableArray.CreateBuilder<string>();
        var rest = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--") // after it, everything is meant literally
            {
                rest.AddRange(arguments.Skip(i));
                break;
            }
            if (!IsSetting(arguments[i]))
                rest.Add(arguments[i]);
            else if (arguments[i].Contains('=', StringComparison.Ordinal) || i + 1 == arguments.Count)
                settings.Add(arguments[i]);
            else
                settings.Add($"{arguments[i]}={arguments[++i]}");
        }
        return new(settings.ToImmutable(), rest.ToImmutable());
    }

    private static bool IsSetting(string argument) =>
        OwnedSection.All.Select(s => s.Name).Concat(s_foreignSections)
            .Any(name => argument.StartsWith($"--{name}{ConfigurationPath.KeyDelimiter}", StringComparison.OrdinalIgnoreCase));
}
