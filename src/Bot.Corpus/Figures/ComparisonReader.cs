namespace Bot.Corpus;

/// <summary>Reads 增速比规上工业高, 高于全省平均, 超考核任务: what a difference is measured against.</summary>
internal static class ComparisonReader
{
    private const WordRoles Moves = WordRoles.Change | WordRoles.Growth | WordRoles.Fall;
    private static readonly string[] Above = ["高于", "低于", "快于", "高出", "超过", "超出", "领先", "超"];

    public readonly record struct Comparison(string Noun, string Base);

    /// <summary>Null when nothing is compared.</summary>
    public static Comparison? Read(string clause)
    {
        var at = clause.LastIndexOfAny(['比', '较']);
        if (at >= 0 && !IsInWord(clause, at) && Measured(clause[(at + 1)..]) is { Length: > 0 } other)
            return new(clause[..at], other);
        if (clause.EndsWith('的') && clause.LastIndexOfAny(['是', '为']) is >= 0 and var equal && equal < clause.Length - 2)
            return new(clause[..equal], clause[(equal + 1)..^1]);
        foreach (var word in Above)
        {
            at = clause.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && at + word.Length < clause.Length && (at == 0 || clause[at - 1] != '不'))
                return new(clause[..at], clause[(at + word.Length)..].Trim());
        }
        return null;
    }

    private static string Measured(string rest)
    {
        var isMove = false;
        while (FigureLexicon.Default.EndOf(rest, Moves | WordRoles.Before | WordRoles.Predicate) is { Length: > 0 } word)
        {
            isMove |= (FigureLexicon.Default.RolesOf(word) & Moves) != 0;
            rest = rest[..^word.Length];
        }
        return isMove ? rest.Trim() : "";
    }

    private static bool IsInWord(string clause, int at) =>
        (at > 0 && clause[at - 1] is '占' or '同' or '环' or '对') || (at + 1 < clause.Length && clause[at + 1] is '重' or '例' or '较');
}
