namespace Bot.Corpus.Tests.Figures;

/// <summary>Whether a figure's indicator is the one a person named: by canonical name, by containment, or by most of its letters.</summary>
internal static class IndicatorComparison
{
    private static readonly string[] Levels = ["国家级", "省级", "市级", "县级"];

    public static bool Agrees(Figure figure, string expected)
    {
        if (Canonical(expected) is { } name && figure.Indicator is { } read && Plain(name) == Plain(read))
            return true;
        if (figure.Indicator is { } other && Canonical(expected) is { } known && LevelOf(other) != LevelOf(known) && LevelOf(known) is not null)
            return false;
        return Alike(figure.Words, expected) || (figure.Indicator is { } indicator && Alike(indicator, expected));
    }

    private static string? Canonical(string words) => IndicatorVocabulary.Default.Resolve(words)?.Canonical;

    private static string? LevelOf(string words) => Levels.FirstOrDefault(level => words.StartsWith(level, StringComparison.Ordinal));

    private static bool Alike(string first, string second)
    {
        var (a, b) = (Plain(first), Plain(second));
        if (a.Length < 2 || b.Length < 2)
            return false;
        if (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal))
            return true;
        var pairs = Pairs(a);
        var others = Pairs(b);
        return pairs.Intersect(others).Count() >= 0.5 * Math.Min(pairs.Count, others.Count);
    }

    private static string Plain(string words) => string.Concat(words.Where(char.IsLetterOrDigit).Where(c => c is not ('的' or '级' or '额' or '数' or '量')));

    private static HashSet<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];
}
