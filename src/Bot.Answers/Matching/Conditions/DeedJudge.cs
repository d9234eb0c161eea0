using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// 委托高等院校、科研院所开展技术开发: by what was told to have been done (委托西北工业大学做技术开发). Met only when one told clause holds all
/// that is asked; anything else stays open.
/// </summary>
internal sealed partial class DeedJudge(MatchVocabulary vocabulary)
{
    private const string Unrelated = "非关联方";

    public ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile)
    {
        if (match.Verdict != ConditionVerdict.ToConfirm || match.Missing is not null || profile.Deeds.IsEmpty)
            return match;
        var clause = TextFolding.Fold(match.Clause);
        // 委托无投资关系的机构: that there is none is told of the firm's partners as a whole.
        if (profile.Declarations.Contains(Unrelated))
            clause = NoRelation().Replace(clause, "");
        return !Beyond().IsMatch(clause) && Find(clause, profile) is { } deed ? Met(match, deed) : match;
    }

    /// <summary>首次填报…: by when it was told to have been done first, or since (从2023年起每年).</summary>
    /// <param name="after">The words right behind: what must be done for the first time.</param>
    public ConditionMatch JudgeFirstTime(ConditionMatch match, string after, EnterpriseProfile profile, DateOnly today)
    {
        if (match.Verdict != ConditionVerdict.ToConfirm || match.Missing is not null || profile.Deeds.IsEmpty)
            return match;
        var clause = TextFolding.Fold(match.Clause + after);
        clause = First().Replace(clause[..(Ends().Match(clause) is { Success: true } end ? end.Index : clause.Length)], "");
        var demands = DeedDemands.Of(clause, vocabulary);
        if (!demands.IsTelling)
            return match;
        foreach (var deed in profile.Deeds.Where(d => demands.AreMetBy(d, profile.Region)))
        {
            if (Since().Match(deed) is { Success: true } since)
            {
                var year = int.Parse(since.Groups["y"].Value, CultureInfo.InvariantCulture);
                // What was done every year since before the last one isn't done for the first time now.
                return year < today.Year - 1 ? match with { Verdict = ConditionVerdict.NotMet, Told = new Bilingual(deed, deed) }
                    : year == today.Year ? Met(match, deed)
                    : match;
            }

            if (First().IsMatch(deed) && (YearIn().Match(deed) is not { Success: true } when || int.Parse(when.ValueSpan, CultureInfo.InvariantCulture) >= today.Year - 1))
                return Met(match, deed);
        }

        return match;
    }

    /// <summary>The deed that holds all that a clause asks; null when none does, or too little is asked to tell.</summary>
    /// <param name="clause">Folded.</param>
    public string? Find(string clause, EnterpriseProfile profile)
    {
        var demands = DeedDemands.Of(clause, vocabulary);
        return demands.IsTelling ? profile.Deeds.FirstOrDefault(d => demands.AreMetBy(d, profile.Region)) : null;
    }

    private static ConditionMatch Met(ConditionMatch match, string deed) =>
        match with { Verdict = ConditionVerdict.Met, Told = new Bilingual(deed, deed) };

    // 不含, 首次, 100万元以上: more is asked than that something was done.
    [GeneratedRegex("[无不未非]|首次|以上|以下|超过|除|\\d+(?!\\d*年)")]
    private static partial Regex Beyond();

    [GeneratedRegex("(?:无|没有|不存在|非)[^,]{0,4}(?:关系|关联方?)的?")]
    private static partial Regex NoRelation();

    [GeneratedRegex("首次|第一次|首笔|首度|头一次")]
    private static partial Regex First();

    [GeneratedRegex("(?:从|自)(?<y>20\\d\\d)年度?(?:起|开始|以来)")]
    private static partial Regex Since();

    [GeneratedRegex("20\\d\\d(?=年)")]
    private static partial Regex YearIn();

    [GeneratedRegex("[,。;]|且|并(?!购)")]
    private static partial Regex Ends();
}
