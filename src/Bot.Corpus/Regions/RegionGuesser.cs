namespace Bot.Corpus;

/// <summary>Finds region names mistyped by sound: 杭洲, 嘉心.</summary>
internal sealed class RegionGuesser
{
    /// <summary>Guessing serves questions; in a document, words that merely sound like a region outnumber mistypings.</summary>
    public const int LongestText = 200;

    // A name begins at the start, after anything but a Chinese character, or after one of these.
    private const string WordsBefore = "在和与及跟比对问查看说是到从的年下请我诉解道";

    private readonly Dictionary<char, Placed[]> _byCharacter;
    private readonly Homophones _homophones;
    private readonly RegionGuards _guards;

    public RegionGuesser(IEnumerable<Region> regions, Homophones homophones, RegionGuards guards)
    {
        _homophones = homophones;
        _guards = guards;
        _byCharacter = regions.Where(r => r.ShortName is not null)
            .GroupBy(r => r.ShortName ?? "")
            .SelectMany(g => g.Key.Select((c, i) => (Character: c, Placed: new Placed(g.Key, i, [.. g]))))
            .GroupBy(p => p.Character, p => p.Placed)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Name.Length).ToArray());
    }

    /// <summary>Starts from the characters that are right: one at least must be, else 打通 would be 大同.</summary>
    public IEnumerable<(TextSpan Span, Region[] Regions)> FindIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!_byCharacter.TryGetValue(text[at], out var names))
                continue;
            foreach (var name in names)
                if (IsMistyped(text, at - name.At, name.Name) && !IsCalledOtherwise(text, at - name.At + name.Name.Length, name.Regions))
                    yield return (Span(text, at - name.At, name), name.Regions);
        }
    }

    private bool IsMistyped(string text, int start, string name)
    {
        if (start < 0 || start + name.Length > text.Length || !CanBegin(text, start))
            return false;
        var differs = false;
        for (var i = 0; i < name.Length; i++)
        {
            if (text[start + i] == name[i])
                continue;
            differs = true;
            if (!_homophones.SoundAlike(text[start + i], name[i]))
                return false;
        }

        var word = text.Substring(start, name.Length);
        return differs && !_guards.IsOrdinaryWord(word) && !_guards.IsPartOfAnotherWord(text, start, word, isShort: true);
    }

    private static bool CanBegin(string text, int start) =>
        start == 0 || !IsChinese(text[start - 1]) || WordsBefore.Contains(text[start - 1], StringComparison.Ordinal);

    // 临州区 sounds like 林州市 and is none: another suffix stands behind it.
    private static bool IsCalledOtherwise(string text, int end, Region[] regions) =>
        end < text.Length && text[end] is '省' or '市' or '县' or '区' && !Array.Exists(regions, r => r.Name[^1] == text[end]);

    private static TextSpan Span(string text, int start, Placed name)
    {
        var end = start + name.Name.Length;
        return new TextSpan(start, end < text.Length && text[end] == name.Regions[0].Name[^1] ? end + 1 : end);
    }

    private static bool IsChinese(char c) => c is >= '一' and <= '鿿';

    // A short name, seen from its character at a place.
    private sealed record Placed(string Name, int At, Region[] Regions);
}
