using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Takes the words before a number apart: from both ends it peels words that tell how much, when or planned, until the noun is left.</summary>
internal static class ClauseReader
{
    private const WordRoles Trailing = WordRoles.Predicate | WordRoles.Before | WordRoles.Target | WordRoles.New | WordRoles.Net
        | WordRoles.Total | WordRoles.Growth | WordRoles.Fall | WordRoles.Change;

    private const WordRoles Leading = WordRoles.Lead | WordRoles.Self | WordRoles.Target | WordRoles.New | WordRoles.Net | WordRoles.Total;

    private static readonly string[] Distributing = ["分别", "各", "依次"];

    private static FigureLexicon Lexicon => FigureLexicon.Default;

    /// <param name="text">The clause before the number, times taken out.</param>
    public static Clause Read(string text, IndicatorVocabulary vocabulary)
    {
        var noun = text.Trim(' ', '　', '、', '(', '（');
        // “科创贷”全年放款.
        if (noun.IndexOf("全年", StringComparison.Ordinal) is > 1 and var year && year + 2 < noun.Length)
            noun = noun.Remove(year, 2);
        var distributed = Distributing.Any(word => noun.EndsWith(word, StringComparison.Ordinal) || noun.Contains(word + "达", StringComparison.Ordinal)
            || noun.Contains(word, StringComparison.Ordinal));
        var qualifiers = new List<string>();
        var near = PeelEnd(ref noun, qualifiers, vocabulary);
        var roles = near | PeelFront(ref noun, qualifiers, vocabulary, out var verb) | PeelInside(ref noun);
        return new(noun, verb, roles, near, [.. qualifiers], distributed);
    }

    private static WordRoles PeelEnd(ref string noun, List<string> qualifiers, IndicatorVocabulary vocabulary)
    {
        var roles = WordRoles.None;
        while (noun.Length > 0 && Lexicon.EndOf(noun, Trailing | WordRoles.Kept) is { Length: > 0 } word)
        {
            // 重新认定 is kept whole: it tells which were recognised.
            if ((Lexicon.RolesOf(word) & Trailing) == 0 || (Lexicon.RolesOf(word) & (WordRoles.Kept | WordRoles.Verb)) == (WordRoles.Kept | WordRoles.Verb))
                break;
            // 有效发明专利授权, 技术合同登记: an indicator's own ending is no predicate.
            if (vocabulary.EndOf(noun) is { } match && match.Span.Length > word.Length && !IsCounting(word))
                break;
            var wordRoles = Lexicon.RolesOf(word) & Trailing;
            roles |= wordRoles;
            if ((wordRoles & (WordRoles.Before | WordRoles.Target | WordRoles.Fall)) != 0)
                qualifiers.Insert(0, word);
            noun = noun[..^word.Length].TrimEnd(' ', '、');
        }
        return roles;
    }

    private static WordRoles PeelFront(ref string noun, List<string> qualifiers, IndicatorVocabulary vocabulary, out string verb)
    {
        var roles = WordRoles.None;
        verb = "";
        while (noun.Length > 0)
        {
            if (vocabulary.Resolve(noun) is not null || (Lexicon.RolesOf(noun) & WordRoles.Dependent) != 0)
                break;
            var word = Lexicon.At(noun, 0, Leading | WordRoles.Verb | WordRoles.Kept);
            if ((Lexicon.RolesOf(word) & (Leading | WordRoles.Verb)) == 0)
                word = "";
            if (word.Length == 0 && Lexicon.At(noun, 0, WordRoles.Vague) is { Length: > 0 } doer && Lexicon.At(noun, doer.Length, WordRoles.Verb).Length > 0)
                word = doer;
            if (word.Length == 0)
                break;
            var wordRoles = Lexicon.RolesOf(word);
            roles |= wordRoles & (Leading | WordRoles.Verb | WordRoles.Other);
            if ((wordRoles & WordRoles.Target) != 0)
                qualifiers.Insert(0, word);
            if ((wordRoles & WordRoles.Verb) != 0)
                verb += word;
            noun = noun[word.Length..].TrimStart(' ', '、', '了', '”');
        }
        return roles;
    }

    // 创新赛累计达成协议: a counting word inside tells the aspect and is no part of the noun.
    private static WordRoles PeelInside(ref string noun)
    {
        const WordRoles counting = WordRoles.Total | WordRoles.New | WordRoles.Net;
        for (var at = 1; at < noun.Length - 1; at++)
        {
            var word = Lexicon.At(noun, at, counting);
            if (word.Length < 2 || (word.Length < 3 && word[0] is not ('累' or '新' or '净')))
                continue;
            noun = noun.Remove(at, word.Length);
            return Lexicon.RolesOf(word) & counting;
        }
        return WordRoles.None;
    }

    private static bool IsCounting(string word) => word is "数" or "总数" or "数量";
}
