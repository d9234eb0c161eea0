namespace Bot.Corpus;

/// <summary>Tells which region a number speaks of: the one named beside it, else the report's own.</summary>
internal static class RegionReader
{
    private const string Suffixes = "市县区省";
    private const string Openers = "，,；;。（(：:、";
    private static readonly string[] Follow = ["平均", "全市平均", "为", "达", "完成", "实现", "有", "新增", "新认定", "共", "净增", "累计"];

    public static string? Of(string text, int from, int number, ReportMetadata metadata) =>
        Whole(text, from, number, metadata) ?? Named(text, from, number) ?? metadata.Region;

    /// <summary>True when a clause's noun is a place and nothing else (绍兴市, 全省): then it names no indicator.</summary>
    public static bool IsPlace(string noun) =>
        noun is ['全', _, ..] and { Length: <= 4 } || (noun.Length is 3 or 4 && Suffixes.Contains(noun[^1], StringComparison.Ordinal) && !noun.EndsWith("新区", StringComparison.Ordinal));

    // 全国15个试点, 全省仅3家, 全南通3家: the number counts the whole's.
    private static string? Whole(string text, int from, int number, ReportMetadata metadata)
    {
        var before = text[from..number];
        foreach (var filler in new[] { "共有", "仅有", "共", "仅", "只有", "有" })
        {
            if (before.EndsWith(filler, StringComparison.Ordinal))
            {
                before = before[..^filler.Length];
                break;
            }
        }
        if (before.EndsWith("全国", StringComparison.Ordinal))
            return "全国";
        if (before.EndsWith("全省", StringComparison.Ordinal))
            return metadata.Region is { } own && own.EndsWith('省') ? own : metadata.WithinRegion is { } wide && wide.EndsWith('省') ? wide : "全省";
        if (metadata.WithinRegion is { Length: > 1 } wider && (before.EndsWith("全" + wider, StringComparison.Ordinal) || before.EndsWith("全" + wider[..^1], StringComparison.Ordinal)))
            return wider;
        return null;
    }

    // 绍兴市平均为5件, 其中柯桥区新增30家: a place that opens the number's clause and is followed by what it did.
    private static string? Named(string text, int from, int number)
    {
        var open = number;
        while (open > from && !Openers.Contains(text[open - 1], StringComparison.Ordinal))
            open--;
        var clause = text[open..number];
        if (clause.StartsWith("其中", StringComparison.Ordinal))
            clause = clause[2..];
        for (var length = 2; length <= 6 && length < clause.Length; length++)
        {
            if (!Suffixes.Contains(clause[length - 1], StringComparison.Ordinal) || length < 3)
                continue;
            var rest = clause[length..];
            if (Follow.Any(word => rest.StartsWith(word, StringComparison.Ordinal)) && clause[0] is not ('比' or '较' or '与' or '和' or '全' or '我' or '各' or '本' or '该' or '设' or '高' or '园'))
                return clause[..length];
        }
        return null;
    }
}
