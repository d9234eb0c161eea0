namespace Bot.Corpus;

/// <summary>The words behind a number that may name what is counted: 8家高校共建研究院, 6家企业获批….</summary>
/// <param name="IsVague">The noun alone says nothing (300家企业进行…): it is kept with what follows.</param>
/// <param name="IsListed">More counted things follow after 、.</param>
internal sealed record RightText(string Noun, string Object, bool IsLevelOnly, bool MakesNew, bool IsVague, bool IsListed)
{
    private const string Breaks = "，,；;。、：:！!？?)）(（\n";
    private const WordRoles NoNoun = WordRoles.Growth | WordRoles.Rank | WordRoles.Fall | WordRoles.Closing;
    private static readonly string[] ListWords = ["名单", "行列", "计划", "试点"];

    private static FigureLexicon Lexicon => FigureLexicon.Default;

    public static RightText? Read(string text, Mention mention, int limit)
    {
        if (mention.Kind is not (UnitKind.Count or UnitKind.None or UnitKind.Money or UnitKind.Amount))
            return null;
        var content = Content(text, mention.Tail, limit);
        if (content.Length == 0 || Lexicon.At(content, 0, NoNoun | WordRoles.State).Length > 0)
            return null;
        content = content.TrimStart('的');
        var (taken, word) = Lexicon.First(content, WordRoles.Taken);
        if (taken >= 0)
            return Taken(content, taken, word);
        var (stop, _) = Lexicon.First(content, WordRoles.Stop);
        var noun = stop < 0 ? content : content[..stop];
        var isVague = (Lexicon.RolesOf(noun) & WordRoles.Vague) != 0;
        var end = text.IndexOf(content, mention.Tail, StringComparison.Ordinal) + content.Length;
        var isListed = stop < 0 && end + 1 < text.Length && text[end] == '、' && !char.IsAsciiDigit(text[end + 1]);
        return new(isVague ? content : noun, "", false, false, isVague, isListed);
    }

    /// <summary>4项提前完成: what holds of so many of those before; empty when nothing of the kind stands there.</summary>
    public static string State(string text, Mention mention, int limit) =>
        mention.Kind == UnitKind.Count && Content(text, mention.Tail, limit) is { Length: > 0 and < 16 } content && Lexicon.At(content, 0, WordRoles.State).Length > 0 ? content : "";

    /// <summary>True when the noun behind the number is what is counted, and not the one before it.</summary>
    public bool Wins(Mention mention, Clause clause, LeftText left)
    {
        if (mention.Kind == UnitKind.None)
            return clause.Noun.Length == 0;
        if (mention.Kind is UnitKind.Money or UnitKind.Amount)
            return clause.Noun.Length == 0 && Object.Length == 0 && !left.IsSameClause;
        return Object.Length > 0 || Noun.Length > 1;
    }

    private static RightText Taken(string content, int at, string word)
    {
        var taken = content[(at + word.Length)..].TrimStart('了');
        var list = Array.Find(ListWords, ending => taken.EndsWith(ending, StringComparison.Ordinal));
        var isLevel = list is not null && LevelVocabulary.Default.Of(taken[..^list.Length]) is not null;
        if (isLevel)
            taken = taken[..^list!.Length];
        var joined = (Lexicon.RolesOf(word) & WordRoles.Joined) != 0;
        return new(at == 0 ? content : content[..at], taken, isLevel, joined, false, false);
    }

    private static string Content(string text, int from, int limit)
    {
        var end = from;
        while (end < limit && !Breaks.Contains(text[end], StringComparison.Ordinal))
            end++;
        return text[from..end].Trim();
    }
}
