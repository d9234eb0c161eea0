using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// The indicators that reports speak of, with their other writings. Read from <c>indicators.txt</c>; an operator may add files of
/// the same form: a later row with a known name adds its writings to it.
/// </summary>
public sealed class IndicatorVocabulary
{
    private static readonly Lazy<IndicatorVocabulary> Embedded = new(() => new IndicatorVocabulary(VocabularyTable.Rows("indicators.txt")));

    private readonly Dictionary<string, Indicator> _byWriting = new(StringComparer.Ordinal);
    private readonly WordPrefixes _writings;

    private IndicatorVocabulary(IEnumerable<string[]> rows)
    {
        var indicators = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var read = Indicator(row);
            indicators[read.Name] = indicators.TryGetValue(read.Name, out var known) ? Merge(known, read) : read;
        }
        foreach (var indicator in indicators.Values)
        {
            _byWriting.TryAdd(indicator.Name, indicator);
            foreach (var alias in indicator.Aliases)
                _byWriting.TryAdd(alias, indicator);
        }
        Indicators = [.. indicators.Values];
        _writings = new WordPrefixes(_byWriting.Keys);
    }

    public static IndicatorVocabulary Default => Embedded.Value;

    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>The product's own vocabulary and the rows of <paramref name="additions"/>, form as in <c>indicators.txt</c>.</summary>
    public static IndicatorVocabulary Load(params IEnumerable<TextReader> additions) =>
        new(VocabularyTable.Rows("indicators.txt").Concat(additions.SelectMany(VocabularyTable.Rows)));

    /// <summary>Every indicator in the text, the longest writing at each place, in order and without overlaps.</summary>
    public ImmutableArray<IndicatorMatch> Find(string text)
    {
        var found = ImmutableArray.CreateBuilder<IndicatorMatch>();
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = _writings.LongestAt(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }
            found.Add(Match(text, from, at, at + length));
            from = at += length;
        }
        return found.DrainToImmutable();
    }

    /// <summary>The indicator that this text is as a whole, level before it allowed; null when it is none.</summary>
    public IndicatorMatch? Resolve(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!_byWriting.ContainsKey(text[start..]))
                continue;
            var match = Match(text, 0, start, text.Length);
            if (match.Span.Start == 0)
                return match;
        }
        return null;
    }

    /// <summary>The longest indicator that ends the text, level included; null when none does.</summary>
    internal IndicatorMatch? EndOf(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (_byWriting.ContainsKey(text[start..]))
                return Match(text, 0, start, text.Length);
        }
        return null;
    }

    private IndicatorMatch Match(string text, int from, int start, int end)
    {
        var indicator = _byWriting[text[start..end]];
        var (level, levelStart) = LevelVocabulary.Default.Before(text, from, start);
        var implied = indicator.Name.StartsWith("国家", StringComparison.Ordinal) && level is "国家级";
        var canonical = level is null || implied ? indicator.Name : level + WithoutLevel(indicator.Name);
        return new(indicator, new(levelStart, end), canonical, level);
    }

    // 市级 before 国家高新技术企业's short writing 高新技术企业 makes another indicator.
    private static string WithoutLevel(string name) => name.StartsWith("国家", StringComparison.Ordinal) ? name[2..] : name;

    private static Indicator Indicator(string[] row) =>
        new(
            row[0],
            [.. Column(row, 1).Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Column(row, 2),
            [.. Column(row, 3).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Column(row, 4) is { Length: > 0 } partOf ? partOf : null);

    private static Indicator Merge(Indicator known, Indicator added) => known with
    {
        Aliases = [.. known.Aliases.Union(added.Aliases, StringComparer.Ordinal)],
        Units = [.. known.Units.Union(added.Units, StringComparer.Ordinal)],
        English = added.English.Length > 0 ? added.English : known.English,
        PartOf = added.PartOf ?? known.PartOf,
    };

    private static string Column(string[] row, int index) => index < row.Length ? row[index] : "";
}
