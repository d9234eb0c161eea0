using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>General conditions (独立法人, 信用良好): by what the enterprise says of itself.</summary>
internal sealed partial class DeclarationJudge(MatchVocabulary vocabulary)
{
    // Words of a clause that the matched names may leave over: 具有, 企业应当, 的资格.
    private const int Leftover = 10;

    public ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        var folded = TextFolding.Fold(match.Clause);
        var asked = vocabulary.Declarations.Where(d => d.Asked.Any(a => folded.Contains(a, StringComparison.Ordinal))).ToList();
        if (asked.Count == 0)
            return match;
        // 逾期、罚息部分不贴: the rest is.
        if (PartOnly().IsMatch(folded) && asked.Exists(d => profile.Declarations.Contains(d.Denial)))
            return match;
        if (asked.Find(d => profile.Declarations.Contains(d.Denial)) is { } denied)
            return match with { Verdict = ConditionVerdict.NotMet, Told = new Bilingual(denied.Denial, "not " + EnglishNames.Of(denied.Name)) };
        if (asked.Find(d => !profile.Declarations.Contains(d.Name)) is { } untold)
            return match with { Missing = new MissingFact(ProfileFact.Declaration, untold.Name) };
        // What else the clause asks for wasn't told.
        var rest = asked.SelectMany(d => d.Asked).OrderByDescending(a => a.Length).Aggregate(folded, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        var told = string.Join('、', asked.Select(d => d.Name));
        return Filler().Replace(rest, "").Length <= Leftover
            ? match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(told, string.Join(", ", asked.Select(d => EnglishNames.Of(d.Name)))) }
            : match;
    }

    [GeneratedRegex("部分不")]
    private static partial Regex PartOnly();

    [GeneratedRegex("[0-9.、,，（）()]|年度|应当|按时|按规定|已经?|完成|办理|填报|报送|申报|单位|企业|具有|具备|不予|补助|签订|合同|之间|转让|存在|部分|[的且与不补之]")]
    private static partial Regex Filler();
}
