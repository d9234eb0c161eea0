using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>One number that was told.</summary>
/// <param name="Year">The year it is of; null when none was told. 去年 is resolved by the asker's date.</param>
/// <param name="Value">In yuan, per cent or pieces.</param>
/// <param name="IsAbout">Told as about so much (约200万).</param>
/// <param name="Words">By what words it was told (检测费), folded: what is bought is of many kinds.</param>
public sealed record ToldQuantity(ProfileQuantity Of, int? Year, decimal Value, bool IsAbout = false, string Words = "")
{
    /// <summary>How many or how much it was before, where a change was told (从15增加到26).</summary>
    public decimal? Earlier { get; init; }

    /// <summary>The single sums that <see cref="Value"/> adds up (两份合同，500万和200万); empty for one sum.</summary>
    public ImmutableArray<decimal> Pieces { get; init; } = [];

    /// <summary>How it was reckoned from what was told (600万元÷8000万元=7.5%); empty when it was told itself.</summary>
    public string Reckoned { get; init; } = "";

    public bool IsMoney => Of is ProfileQuantity.RdSpending or ProfileQuantity.Revenue
        or (>= ProfileQuantity.ContractValue and <= ProfileQuantity.Loss) or ProfileQuantity.Received or ProfileQuantity.UnitPrice or ProfileQuantity.Salary;

    public bool IsShare => Of is ProfileQuantity.RdShare or ProfileQuantity.RdGrowth or ProfileQuantity.RdStaffShare;

    /// <summary>The number as answers repeat it: 260万元, 5%, 50.</summary>
    public string Written => IsMoney ? Yuan.Written(Value) : Yuan.Number(Value) + (IsShare ? "%" : "");
}
