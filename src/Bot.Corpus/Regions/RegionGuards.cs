using System.Collections.Frozen;

namespace Bot.Corpus;

/// <summary>Knows where a region's name is part of another word: 大同 in 大同小异, 和县 in 市和县, 绍兴市 in 绍兴市场.</summary>
internal sealed class RegionGuards
{
    private const string EveryShortName = "*";

    private readonly FrozenDictionary<string, Guard[]> _guards;
    private readonly FrozenSet<string> _soundTraps;

    private RegionGuards(FrozenDictionary<string, Guard[]> guards, FrozenSet<string> soundTraps)
    {
        _guards = guards;
        _soundTraps = soundTraps;
    }

    public static RegionGuards Load() => new(
        VocabularyFile.Read("region-guards.txt")
            .GroupBy(f => f[0], f => new Guard(Alternatives(f[1]), Alternatives(f[2])))
            .ToFrozenDictionary(g => g.Key, g => g.ToArray()),
        VocabularyFile.Read("region-sound-traps.txt").SelectMany(f => f[0].Split(' ')).ToFrozenSet());

    public bool IsPartOfAnotherWord(string text, int start, string name, bool isShort) =>
        Stands(name, text, start, name)
        || Stands(isShort ? EveryShortName : "*" + name[^1], text, start, name);

    public bool IsOrdinaryWord(string word) => _soundTraps.Contains(word);

    private bool Stands(string key, string text, int start, string name) =>
        _guards.TryGetValue(key, out var guards) && guards.Any(g => g.Holds(text, start, start + name.Length));

    private static string[] Alternatives(string field) => field == "-" ? [] : field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Guard(string[] Before, string[] After)
    {
        public bool Holds(string text, int start, int end) =>
            Array.Exists(Before, b => text.AsSpan(0, start).EndsWith(b, StringComparison.Ordinal))
            || Array.Exists(After, a => text.AsSpan(end).StartsWith(a, StringComparison.Ordinal));
    }
}
