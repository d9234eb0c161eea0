using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Something that conditions ask to have been done, and how it is told: a line of profile-deeds.txt.</summary>
/// <param name="Asked">How conditions call it, folded.</param>
/// <param name="Told">How it is told, folded; the words of the conditions among them.</param>
internal sealed record DeedEntry(ImmutableArray<string> Asked, ImmutableArray<string> Told)
{
    /// <exception cref="FormatException">The line has another form.</exception>
    public static DeedEntry Of(string line)
    {
        var halves = line.Split("=>");
        if (halves.Length != 2)
            throw new FormatException($"profile-deeds.txt: '{line}' needs words of conditions, => and words as told.");
        ImmutableArray<string> asked = [.. Items(halves[0])];
        return new(asked, [.. asked.Union(Items(halves[1]))]);
    }

    public bool IsToldIn(string deed) => Told.Any(t => deed.Contains(t, StringComparison.Ordinal));

    private static IEnumerable<string> Items(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TextFolding.Fold);
}
