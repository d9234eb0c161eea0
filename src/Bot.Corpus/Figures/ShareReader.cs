namespace Bot.Corpus;

/// <summary>Reads 占…比重 and 完成…任务的: what is part of what.</summary>
internal static class ShareReader
{
    private static readonly string[] Plans = ["任务", "目标", "计划", "考核"];

    /// <param name="Part">The words before 占; empty when the clause before names it.</param>
    /// <param name="Base">The whole.</param>
    /// <param name="Tail">The words between the whole and the number.</param>
    /// <param name="IsDegree">A degree of fulfilment: 完成考核任务的103.9%.</param>
    public readonly record struct Share(string Part, string Base, string Tail, bool IsDegree);

    /// <summary>Null when the clause states no share of a named whole.</summary>
    public static Share? Read(string clause)
    {
        var at = clause.LastIndexOf('占');
        if (at < 0)
            return Degree(clause);
        if (at + 1 < clause.Length && (clause[at + 1] == '比' || clause.AsSpan(at).StartsWith("占地面积", StringComparison.Ordinal)))
            return null;
        var rest = clause[(at + 1)..];
        var (end, word) = FigureLexicon.Default.First(rest, WordRoles.Whole);
        var whole = end < 0 ? Stripped(rest) : rest[..end];
        var tail = end < 0 ? "" : rest[(end + word.Length)..];
        return whole.Length == 0 ? null : new(clause[..at], whole.TrimEnd('的'), tail, IsPlan(whole));
    }

    /// <summary>The vocabulary's indicator for this part of this whole.</summary>
    public static Indicator? Resolve(Subject part, string whole, IndicatorVocabulary vocabulary)
    {
        if (part.Indicator is null)
            return null;
        var name = Normal(whole, vocabulary);
        return vocabulary.Indicators.FirstOrDefault(indicator =>
            indicator.Name.StartsWith(part.Indicator + "占", StringComparison.Ordinal)
            && indicator.Name.EndsWith("比重", StringComparison.Ordinal)
            && Meets(Normal(indicator.Name[(part.Indicator.Length + 1)..^2], vocabulary), name));
    }

    private static bool Meets(string first, string second) =>
        first.StartsWith(second, StringComparison.Ordinal) || second.StartsWith(first, StringComparison.Ordinal);

    private static string Normal(string whole, IndicatorVocabulary vocabulary) =>
        vocabulary.Resolve(whole)?.Indicator.Name ?? whole.Replace("规模以上", "规上", StringComparison.Ordinal).Replace("全部", "", StringComparison.Ordinal);

    private static Share? Degree(string clause)
    {
        if (!clause.EndsWith('的') || !IsPlan(clause))
            return null;
        var from = Math.Max(clause.LastIndexOf("完成", StringComparison.Ordinal) + 2, Math.Max(clause.LastIndexOf('为') + 1, clause.LastIndexOf("达到", StringComparison.Ordinal) + 2));
        if (from < 2)
            from = 0;
        var part = from >= 2 ? clause[..from].Replace("完成", "", StringComparison.Ordinal).TrimEnd('为', '超', '额', '到', '达') : "";
        return new(part, clause[from..^1], "", true);
    }

    private static bool IsPlan(string whole) => Plans.Any(word => whole.Contains(word, StringComparison.Ordinal));

    private static string Stripped(string rest)
    {
        const WordRoles joints = WordRoles.Predicate | WordRoles.Before;
        while (FigureLexicon.Default.EndOf(rest, joints) is { Length: > 0 } word)
            rest = rest[..^word.Length];
        return rest;
    }
}
