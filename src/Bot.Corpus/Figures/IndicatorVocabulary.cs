using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// The indicators that reports speak of, with their other writings. Read from <c>indicators.txt</c>; an operator may add files of
/// the same form: a row with a known name adds its writings to it, and a writing that an operator gives to an indicator is
/// that indicator's, whatever the product's own file says.
/// </summary>
public sealed class IndicatorVocabulary
{
    public const string FileName = "indicators.txt";

    private static readonly Lazy<IndicatorVocabulary> Embedded = new(() => new IndicatorVocabulary([]));

    private readonly Dictionary<string, Indicator> _byWriting = new(StringComparer.Ordinal);
    private readonly WordPrefixes _writings;

    private IndicatorVocabulary(IReadOnlyList<string[]> additions)
    {
        var indicators = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var read in VocabularyTable.Rows(FileName).Concat(additions).Select(Indicator))
            indicators[read.Name] = indicators.TryGetValue(read.Name, out var known) ? Merge(known, read) : read;
        foreach (var added in additions.Select(Indicator))
            Take(indicators[added.Name], added);
        foreach (var indicator in indicators.Values)
            Take(indicator, indicator);
        Indicators = [.. indicators.Values];
        Additions = string.Join('\n', additions.Select(row => string.Join('|', row)));
        _writings = new WordPrefixes(_byWriting.Keys);
    }

    public static IndicatorVocabulary Default => Embedded.Value;

    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>What operators added, comments aside: two vocabularies with the same additions read the same figures. Empty: nothing.</summary>
    public string Additions { get; }

    /// <summary>The product's own vocabulary and the rows of <paramref name="additions"/>, form as in <c>indicators.txt</c>.</summary>
    public static IndicatorVocabulary Load(params IEnumerable<TextReader> additions) => new([.. additions.SelectMany(VocabularyTable.Rows)]);

    /// <summary>The product's own vocabulary and the <c>indicators.txt</c> of a folder, where there is one.</summary>
    /// <param name="folder">Null: the product's own.</param>
    /// <exception cref="FormatException">A line of the file can't be used; says which and why.</exception>
    public static IndicatorVocabulary OfFolder(string? folder) =>
        folder is not null && Path.Combine(folder, FileName) is var path && File.Exists(path) ? new(IndicatorFile.Read(path)) : Default;

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

    private void Take(Indicator indicator, Indicator writings)
    {
        _byWriting.TryAdd(writings.Name, indicator);
        foreach (var alias in writings.Aliases)
            _byWriting.TryAdd(alias, indicator);
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
