using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>What stands between two pauses of an English sentence: at most one number and what is said of it.</summary>
internal sealed class EnglishStatement
{
    private readonly List<EnglishToken.Place> _places = [];
    private readonly List<int> _years = [];
    private readonly List<string> _parts = [];
    private readonly List<(string Written, EnglishEntry Entry)> _words = [];
    private EnglishToken.Number? _number;
    private EnglishEntry? _counted;
    private bool _isMoney;

    public bool HasNumber => _number is not null;

    public bool IsEmpty => !HasNumber && _places.Count + _years.Count + _parts.Count + _words.Count == 0;

    public void Add(EnglishToken.Place place) => _places.Add(place);

    public void Add(EnglishToken.Year year) => _years.Add(year.Value);

    public void Add(EnglishToken.Part part) => _parts.Add(part.Meaning);

    /// <returns>False: it has one already.</returns>
    public bool Add(EnglishToken.Number number) => _number is null && (_number = number) is not null;

    public void Add(string written, EnglishEntry entry)
    {
        _isMoney |= entry.IsMoney;
        if (HasNumber && !entry.Counters.IsEmpty && !entry.IsMoney)
            _counted ??= entry;
        if (!entry.Counterparts.IsEmpty)
            _words.Add((written, entry));
    }

    /// <summary>Place, time, words, then the number with its unit: the order in which a report would say it.</summary>
    /// <param name="fault">Why it can't be said in the words of the sources.</param>
    /// <returns>Null with <paramref name="fault"/>.</returns>
    public string? Write(ImmutableArray<Source> cited, out string? fault)
    {
        fault = null;
        if (HasNumber && (_places.Count > 1 || _years.Count > 1))
            fault = $"“{_number!.Written}”: one place and one year to each figure, please"; // HasNumber
        var stated = StatedIn(cited);
        var near = string.Join('\n', stated.SelectMany(o => new[] { o.Sentence.Folded, o.Sentence.RunHeading, o.Sentence.Context.Section, o.Sentence.Context.Title }));
        var all = string.Join('\n', cited.Select(s => s.Folded));
        var text = new List<string>();
        text.AddRange(_places.Select(p => NameOf(p.Region, cited)));
        text.AddRange(_years.Select(y => y.ToString(CultureInfo.InvariantCulture) + "年"));
        text.AddRange(_parts);
        foreach (var (written, entry) in _words)
        {
            var said = entry.IsFree ? entry.Counterparts[0]
                : entry.Counterparts.FirstOrDefault(c => Holds(near, c)) ?? entry.Counterparts.FirstOrDefault(c => Holds(all, c));
            if (said is null)
                fault ??= $"“{written}” has no counterpart in the cited paragraph; keep to its words";
            else
                text.Add(said);
        }
        if (_number is { } number)
        {
            if (!_isMoney && _counted is null && stated.Any(o => o.Place.Unit is '元'))
                fault ??= $"“{number.Written}” is an amount of money; write yuan";
            text.Add(number.Meaning + UnitOf(stated));
        }
        return fault is null ? string.Join(' ', text) : null;
    }

    private List<Occurrence> StatedIn(ImmutableArray<Source> cited) =>
        _number is { } number && NumberScanner.Scan(number.Meaning) is [{ Canonical: var canonical }]
            ? [.. cited.SelectMany(s => s.Numbers).Where(o => o.Place.Number.Canonical == canonical)]
            : [];

    // Of several counters the source's own, so that one which it doesn't have is noticed.
    private string UnitOf(List<Occurrence> stated)
    {
        if (_isMoney)
            return "元";
        if (_counted is null || _number!.Meaning is [.., '%' or '‰'] or ['第', ..]) // counted only behind a number
            return "";
        return _counted.Counters.FirstOrDefault(c => stated.Exists(o => o.Place.Unit == c[0])) ?? _counted.Counters[0];
    }

    // Two places may share an English name; the report's own is meant.
    private static string NameOf(Region region, ImmutableArray<Source> cited) => cited
        .Select(s => s.Metadata.Region)
        .OfType<string>()
        .FirstOrDefault(name => Gazetteer.Default.Find(name)?.English == region.English && region.English.Length > 0) ?? region.Name;

    private static bool Holds(string source, string counterpart) => source.Contains(TextFolding.Fold(counterpart), StringComparison.Ordinal);
}
