using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The regions of China by name, and finds them in text. Immutable and safe for concurrent use.</summary>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> _default = new(() =>
    {
        using var reader = VocabularyFile.Open("regions.txt");
        return Load(reader);
    });

    private static readonly SearchValues<char> _suffixes = SearchValues.Create("省市县区州");

    // Plain dictionaries: frozen ones cost several times as much to make as all look-ups of a run save.
    private readonly Dictionary<string, Region[]> _byName;
    private readonly Dictionary<string, Region[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<char, int[]> _lengths = [];
    private readonly Lazy<Dictionary<string, Region[]>> _english;
    private readonly Lazy<Homophones> _homophones;
    private readonly Lazy<RegionGuesser> _guesser;
    private readonly RegionGuards _guards = RegionGuards.Load();

    private Gazetteer(IReadOnlyList<Region> regions)
    {
        Regions = regions;
        _byName = new Dictionary<string, Region[]>(regions.Count * 2);
        foreach (var region in regions)
            foreach (var name in Names(region))
                Add(_byName, name, region);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in _byName.Keys)
            AddLength(name);
        // Only questions need these.
        _homophones = new(() => Homophones.Default.With(regions));
        _english = new(() => ByEnglishName(regions));
        _guesser = new(() => new RegionGuesser(regions, Homophones, _guards));
    }

    /// <summary>The shipped list: every province, prefecture and county-level division.</summary>
    public static Gazetteer Default => _default.Value;

    /// <summary>In the file's order, larger regions first.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Readings of the common characters and of those in region names.</summary>
    public Homophones Homophones => _homophones.Value;

    /// <summary>
    /// Reads a list in the form that the shipped regions.txt explains in its head.
    /// Throws <see cref="FormatException"/> naming the line when one is wrong.
    /// </summary>
    public static Gazetteer Load(TextReader reader) => new(RegionFile.Read(reader));

    /// <summary>The region of a full, short or English name, or the zone in one, the first in the list where several bear it; null when none does.</summary>
    public Region? Find(string name) =>
        (_byName.GetValueOrDefault(name) ?? _english.Value.GetValueOrDefault(name))?[0] ?? FindZone(name);

    /// <summary>
    /// The region names in a text, in reading order, not overlapping; the longest name wins. Besides the list's names also
    /// anonymised ones (XX市) and ones told by their suffix only, for which <see cref="Region.IsKnown"/> is false.
    /// In texts of a question's length, also names that only sound right, flagged as guesses.
    /// </summary>
    public IReadOnlyList<RegionMention> FindIn(string text) => FindIn(text, withUnlisted: true);

    /// <summary>As <see cref="FindIn(string)"/>, but of the regions outside the list only anonymised ones when so asked: quick over documents.</summary>
    internal IReadOnlyList<RegionMention> FindIn(string text, bool withUnlisted)
    {
        var found = new List<Hit>();
        FindListed(text, found);
        FindEnglish(text, found);
        FindZones(text, found, withUnlisted);
        FindBehind(text, found);
        if (text.AsSpan().ContainsAny(_suffixes))
            FindByPattern(RegionPatterns.Anonymised, text, found);
        if (withUnlisted)
        {
            FindBySound(text, found);
            if (text.AsSpan().ContainsAny('市', '县', '区'))
                FindByPattern(RegionPatterns.BySuffix, text, found);
        }

        if (found.Count == 0)
            return [];
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found.ConvertAll(f => Settle(f, found));
    }

    private Region? FindZone(string name) =>
        ZoneNames.Default.KindOf(name) is not null && FindIn(name, withUnlisted: true) is [{ Region: { Level: RegionLevel.Zone } zone, Span: var span }] && span == new TextSpan(0, name.Length)
            ? zone
            : null;

    // 合肥高新区 is no mention of 合肥市.
    private static void FindZones(string text, List<Hit> found, bool withUnlisted)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var (span, regions, _) = found[i];
            if (regions[0].Level is RegionLevel.Zone or RegionLevel.NewArea || ZoneNames.Default.Behind(text, span.End, regions[0], withUnlisted) is not { } zone)
                continue;
            var whole = new TextSpan(span.Start, span.End + zone.Length);
            found.RemoveAll(other => other.Span != span && other.Span.Overlaps(whole) && !IsListedZone(other));
            if (found.Exists(other => other.Span != span && other.Span.Overlaps(whole)))
                continue;
            i = found.FindIndex(other => other.Span == span);
            found[i] = new Hit(whole, [zone.Zone], false);
        }
        if (!withUnlisted)
            return;
        foreach (var (zone, span) in ZoneNames.Default.Alone(text))
        {
            if (!found.Exists(other => other.Span.Overlaps(span)))
                found.Add(new Hit(span, [zone], false));
        }

        // 成都天府新区: what follows is a region of the list already.
        static bool IsListedZone(Hit hit) => hit.Regions[0].Level is RegionLevel.NewArea || hit.Regions[0].Name.EndsWith("新区", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(Region region) =>
        region.ShortName is null ? [region.Name] : [region.Name, region.ShortName];

    private static void Add(Dictionary<string, Region[]> byName, string name, Region region) =>
        byName[name] = byName.TryGetValue(name, out var others) ? [.. others, region] : [region];

    // Longest first.
    private void AddLength(string name)
    {
        if (!_lengths.TryGetValue(name[0], out var lengths))
            _lengths[name[0]] = [name.Length];
        else if (!lengths.Contains(name.Length))
            _lengths[name[0]] = [.. lengths.Append(name.Length).OrderDescending()];
    }

    // Xi'an is written Xian as well.
    private static Dictionary<string, Region[]> ByEnglishName(IReadOnlyList<Region> regions)
    {
        var byName = new Dictionary<string, Region[]>(regions.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var region in regions)
        {
            Add(byName, region.English, region);
            if (region.English.Contains('\'', StringComparison.Ordinal))
                Add(byName, region.English.Replace("'", "", StringComparison.Ordinal), region);
        }

        return byName;
    }

    private void FindListed(string text, List<Hit> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var (length, regions) = LongestAt(text, start);
            if (regions is not null)
                found.Add(new Hit(new TextSpan(start, start + length), regions, false));
            start += Math.Max(1, length);
        }
    }

    // 株洲市天元区: what stands right behind a city and has a district's form lies in it, whether listed or not.
    private static void FindBehind(string text, List<Hit> found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var (span, regions, _) = found[i];
            if (regions is not [{ Level: RegionLevel.Prefecture or RegionLevel.Province } wider] || text[span.End - 1] != wider.Name[^1])
                continue;
            if (RegionPatterns.Behind.Match(text, span.End) is { Success: true } match
                && new TextSpan(match.Index, match.Index + match.Length) is var place && !found.Exists(f => f.Span.Overlaps(place)))
                found.Add(new Hit(place, [Region.Unknown(match.Value) with { Parent = wider }], false));
        }
    }

    private (int Length, Region[]? Regions) LongestAt(string text, int start)
    {
        if (!_lengths.TryGetValue(text[start], out var lengths))
            return default;
        foreach (var length in lengths)
        {
            if (start + length > text.Length || !_bySpan.TryGetValue(text.AsSpan(start, length), out var regions))
                continue;
            // Found by its full or its short name, and the two differ in length.
            var isShort = regions[0].Name.Length != length;
            if (length == 2 && !isShort && !CanBegin(text, start))
                continue;
            if (!_guards.IsPartOfAnotherWord(text, start, isShort ? regions[0].ShortName ?? "" : regions[0].Name, isShort))
                return (length, regions);
        }

        return default;
    }

    // 兴县, 新县, 南县: a name of one character and its suffix stands at a word's start or behind another region, not in 振兴县域.
    private static bool CanBegin(string text, int start) =>
        start == 0 || text[start - 1] is < '一' or > '鿿' or '省' or '市' or '州' or '区' or '盟' or '在' or '与' or '和' or '及' or '比' or '对' or '问';

    private void FindEnglish(string text, List<Hit> found)
    {
        if (!text.AsSpan().ContainsAnyInRange('A', 'z'))
            return;
        var words = RegionPatterns.LatinWord.Matches(text);
        for (var i = 0; i < words.Count; i++)
        {
            var pair = i + 1 < words.Count ? words[i].Value + " " + RegionPatterns.WithoutPossessive(words[i + 1].Value) : "";
            var suffix = i + 1 < words.Count ? RegionPatterns.SuffixesOf(words[i + 1].Value) : "";
            if (_english.Value.TryGetValue(pair, out var regions))
                found.Add(new Hit(new TextSpan(words[i].Index, words[i + 1].Index + words[++i].Length), regions, false));
            else if (English(words[i].Value, suffix) is { } named)
                found.Add(new Hit(new TextSpan(words[i].Index, words[i].Index + RegionPatterns.WithoutPossessive(words[i].Value).Length), named, false));
        }
    }

    // Xinchang County is no Xinchang District; without a capital only the larger regions, or what is called a city or county, are meant.
    private Region[]? English(string word, string suffixes)
    {
        if (!_english.Value.TryGetValue(word, out var regions) && !_english.Value.TryGetValue(RegionPatterns.WithoutPossessive(word), out regions))
            return null;
        var called = Array.FindAll(regions, r => suffixes.Contains(r.Name[^1], StringComparison.Ordinal));
        if (called.Length > 0)
            return called;
        return char.IsAsciiLetterUpper(word[0]) || regions[0].Level is RegionLevel.Province or RegionLevel.Prefecture ? regions : null;
    }

    private void FindBySound(string text, List<Hit> found)
    {
        if (text.Length > RegionGuesser.LongestText)
            return;
        foreach (var (span, regions) in _guesser.Value.FindIn(text))
            if (!found.Exists(f => f.Span.Overlaps(span)))
                found.Add(new Hit(span, regions, true));
    }

    private static void FindByPattern(Regex pattern, string text, List<Hit> found)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (!found.Exists(f => f.Span.Overlaps(span)))
                found.Add(new Hit(span, [Region.Unknown(span.Of(text))], false));
        }
    }

    // Of several regions of one name, the one that lies in another region the text names.
    private static RegionMention Settle(Hit hit, List<Hit> all)
    {
        if (hit.Regions.Length == 1)
            return new RegionMention(hit.Regions[0], hit.Span, hit.IsGuess);
        var settled = Array.Find(
            hit.Regions, r => all.Exists(o => o.Span != hit.Span && o.Regions.Length == 1 && r.IsWithin(o.Regions[0])));
        return new RegionMention(settled ?? hit.Regions[0], hit.Span, hit.IsGuess, IsAmbiguous: settled is null);
    }

    private readonly record struct Hit(TextSpan Span, Region[] Regions, bool IsGuess);
}
