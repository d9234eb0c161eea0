using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>生物医药企业, 不含房地产: by the fields of business that were told.</summary>
internal sealed class SectorJudge(MatchVocabulary vocabulary)
{
    private readonly HashSet<string> _special = [.. vocabulary.Sectors.Select(s => s.Name)];

    public ConditionMatch Judge(ConditionMatch match, string before, string after, EnterpriseProfile profile)
    {
        if (match.Condition.Words.IsEmpty)
            return match;
        if (profile.Sectors.IsEmpty)
            return match with { Missing = new MissingFact(ProfileFact.Sector) };
        var told = new Bilingual(string.Join('、', profile.Sectors), string.Join(", ", profile.Sectors.Select(EnglishNames.Of)));
        var own = Wider(Wider([.. profile.Sectors]));
        var asked = match.Condition.Words.Select(Usual).ToList();
        var isOne = asked.Exists(own.Contains);
        // What is asked for in a field that the vocabulary knows, and none of the told ones belongs to, is another field; 重点产业 may be any.
        var isOther = !isOne && asked.TrueForAll(_special.Contains) && profile.Sectors.All(_special.Contains) && !IsInside(asked, profile);
        if (match.Condition.Operator == ConditionOperator.NotIn || Negations.Around(before, after))
            (isOne, isOther) = (isOther, isOne);
        return isOne ? match with { Verdict = ConditionVerdict.Met, Told = told }
            : isOther ? match with { Verdict = ConditionVerdict.NotMet, Told = told }
            : match with { Missing = new MissingFact(ProfileFact.Sector) };
    }

    // Told 制造业, asked 集成电路: it may be.
    private bool IsInside(List<string> asked, EnterpriseProfile profile) =>
        vocabulary.Sectors.Any(s => asked.Contains(s.Name) && s.Wider.Any(w => profile.Sectors.Contains(w)));

    private HashSet<string> Wider(HashSet<string> sectors) => [.. sectors, .. vocabulary.Sectors.Where(s => sectors.Contains(s.Name)).SelectMany(s => s.Wider)];

    // A document may write a field as an asker does (餐饮).
    private string Usual(string word) => _special.Contains(word) ? word : vocabulary.SectorForms.FindIn(TextFolding.Fold(word)) is [{ Value: var entry, Span: var span }] && span.Length == word.Length ? entry.Name : word;
}
