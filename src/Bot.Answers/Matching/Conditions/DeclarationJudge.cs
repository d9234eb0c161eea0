using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>General conditions (独立法人, 信用良好): by what the enterprise says of itself.</summary>
internal sealed class DeclarationJudge(MatchVocabulary vocabulary)
{
    // Words of a clause that the matched names may leave over: 具有, 企业应当, 的资格.
    private const int Leftover = 14;

    public ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        var folded = TextFolding.Fold(match.Clause);
        var asked = vocabulary.Declarations.Where(d => d.Asked.Any(a => folded.Contains(a, StringComparison.Ordinal))).ToList();
        if (asked.Count == 0)
            return match;
        if (asked.Find(d => profile.Declarations.Contains(d.Denial)) is { } denied)
            return match with { Verdict = ConditionVerdict.NotMet, Told = new Bilingual(denied.Denial, denied.Denial) };
        if (asked.Find(d => !profile.Declarations.Contains(d.Name)) is { } untold)
            return match with { Missing = new MissingFact(ProfileFact.Declaration, untold.Name) };
        // What else the clause asks for wasn't told.
        var read = asked.Sum(d => d.Asked.Where(a => folded.Contains(a, StringComparison.Ordinal)).Max(a => a.Length));
        var told = string.Join('、', asked.Select(d => d.Name));
        return folded.Length - read <= Leftover
            ? match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(told, told) }
            : match;
    }
}
