using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>技术合同成交额500万元以上: numbers of a kind that conditions don't know by itself, by the words they are asked with.</summary>
internal sealed partial class OtherNumberJudge(MatchVocabulary vocabulary)
{
    public ConditionMatch Judge(ConditionMatch match, EnterpriseProfile profile, DateOnly today)
    {
        var isMoney = Yuan.IsMoney(match.Condition.Unit);
        var named = vocabulary.Quantities.FindIn(TextFolding.Fold(match.Clause)).SelectMany(f => f.Value).Where(q => Fits(q, isMoney, match.Condition.Unit)).Distinct().ToList();
        // Of several quantities it isn't clear which one the number is of.
        // 租赁设备500万元以上, 设备原值: another number than what was spent on buying some.
        if (named is [ProfileQuantity.EquipmentInvestment] && NotBought().IsMatch(match.Clause))
            return match;
        return named is [var quantity] && !OfOthers.Are(match.Clause) ? QuantityJudge.Settle(match, new ProfileNumbers(profile, today).Of(quantity, match.Clause)) : match;
    }

    private static bool Fits(ProfileQuantity quantity, bool isMoney, string unit)
    {
        var told = new ToldQuantity(quantity, null, 0);
        return isMoney ? told.IsMoney : unit switch
        {
            "%" or "‰" => false,
            "平方米" or "平米" => quantity == ProfileQuantity.Area,
            "人" or "名" => quantity is ProfileQuantity.Staff or ProfileQuantity.RdStaff,
            _ => quantity is >= ProfileQuantity.InventionPatents and <= ProfileQuantity.Trademarks,
        };
    }

    [GeneratedRegex("租|原值|净值|账面|存量设备")]
    private static partial Regex NotBought();
}
