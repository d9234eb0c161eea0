using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// The numbers that texts hold, whatever their writing: what a digit gate asks. It is strict: 4686万元 supports 4,686万 and
/// 46860000 but not 4686; 20% does not support 20家; 第三 does not support 3项. One digit altered is another number.
/// </summary>
public sealed class NumberSet
{
    private readonly FrozenSet<string> _canonical;

    private NumberSet(FrozenSet<string> canonical) => _canonical = canonical;

    /// <summary>The set of the numbers of all texts. Numbers of list entries and headings support nothing.</summary>
    public static NumberSet Of(params IEnumerable<string> texts) =>
        new(texts.SelectMany(text => NumberScanner.Scan(text))
            .Where(number => number.Kind != NumberKind.Label)
            .Select(number => number.Canonical)
            .ToFrozenSet(StringComparer.Ordinal));

    public bool Contains(WrittenNumber number) => _canonical.Contains(number.Canonical);

    /// <summary>The numbers of <paramref name="text"/> that the set does not hold, in order; its list labels are not asked about.</summary>
    public ImmutableArray<WrittenNumber> Missing(string text) =>
        [.. NumberScanner.Scan(text).Where(number => number.Kind != NumberKind.Label && !Contains(number))];
}
