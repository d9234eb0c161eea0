using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>The numbers of a profile as conditions ask for them, computed from others where that is how they are defined.</summary>
internal sealed partial class ProfileNumbers(EnterpriseProfile profile, DateOnly today)
{
    /// <param name="Value">Null when what it needs wasn't told; then <paramref name="Missing"/> says what.</param>
    /// <param name="Told">The facts it rests on.</param>
    public readonly record struct Found(decimal? Value, Bilingual? Told, bool IsAbout, MissingFact? Missing);

    public Found Of(ProfileQuantity quantity, string clause) => One(quantity, clause) is { } told
        ? new(told.Value, MatchWording.Fact(told), told.IsAbout, null)
        : new(null, null, false, MissingFact.Of(quantity, LastYear().IsMatch(clause) ? today.Year - 1 : null));

    /// <summary>R&amp;D spending in per cent of revenue, both of one year.</summary>
    public Found RdShare(string clause)
    {
        if (One(ProfileQuantity.RdShare, clause) is { } told)
            return new(told.Value, MatchWording.Fact(told), told.IsAbout, null);
        if (One(ProfileQuantity.RdSpending, clause) is not { } spending)
            return new(null, null, false, MissingFact.Of(ProfileQuantity.RdSpending));
        if (profile.Quantities.FirstOrDefault(q => q.Of == ProfileQuantity.Revenue && q.Year == spending.Year) is not { Value: > 0 } revenue)
            return new(null, null, false, MissingFact.Of(ProfileQuantity.Revenue, spending.Year));
        var share = Math.Round(spending.Value / revenue.Value * 100, 1);
        var sum = FormattableString.Invariant($"{spending.Written}÷{revenue.Written}={Yuan.Number(share)}%");
        return new(spending.Value / revenue.Value * 100, new Bilingual(sum, sum), spending.IsAbout || revenue.IsAbout, null);
    }

    /// <summary>The growth of R&amp;D spending over the year before, in per cent.</summary>
    public Found RdGrowth(string clause)
    {
        if (One(ProfileQuantity.RdGrowth, clause) is { } told)
            return new(told.Value, MatchWording.Fact(told), told.IsAbout, null);
        return Growth(ProfileQuantity.RdSpending, clause);
    }

    /// <summary>The growth of revenue over the year before, in per cent.</summary>
    public Found RevenueGrowth(string clause) => Growth(ProfileQuantity.Revenue, clause);

    private Found Growth(ProfileQuantity of, string clause)
    {
        var now = One(of, clause);
        if (now is null || Before(now) is not { Value: > 0 } before)
            return new(null, null, false, MissingFact.Of(of, now?.Year - 1));
        var growth = (now.Value - before.Value) / before.Value * 100;
        var sum = FormattableString.Invariant($"({now.Written}−{before.Written})÷{before.Written}={Yuan.Number(Math.Round(growth, 1))}%");
        return new(growth, new Bilingual(sum, sum), now.IsAbout || before.IsAbout, null);
    }

    public Found RdStaffShare()
    {
        if (One(ProfileQuantity.RdStaffShare, "") is { } told)
            return new(told.Value, MatchWording.Fact(told), told.IsAbout, null);
        if (One(ProfileQuantity.RdStaff, "") is not { } researchers)
            return new(null, null, false, MissingFact.Of(ProfileQuantity.RdStaff));
        if (One(ProfileQuantity.Staff, "") is not { Value: > 0 } staff)
            return new(null, null, false, MissingFact.Of(ProfileQuantity.Staff));
        var share = researchers.Value / staff.Value * 100;
        var sum = FormattableString.Invariant($"{researchers.Written}÷{staff.Written}={Yuan.Number(Math.Round(share, 1))}%");
        return new(share, new Bilingual(sum, sum), researchers.IsAbout || staff.IsAbout, null);
    }

    /// <summary>Pieces of the first kind of property asked for that was told; patents of a kind not told settle nothing.</summary>
    public Found Property(ImmutableArray<string> kinds)
    {
        var asked = kinds.Select(KindOf).OfType<ProfileQuantity>().ToList();
        // 专利 may be of any kind.
        if (asked.Contains(ProfileQuantity.Patents))
            asked.AddRange([ProfileQuantity.InventionPatents, ProfileQuantity.PctPatents, ProfileQuantity.UtilityPatents, ProfileQuantity.DesignPatents]);
        var told = profile.Quantities.Where(q => asked.Contains(q.Of)).ToList();
        return told.Count > 0
            ? new(told.Sum(q => q.Value), MatchWording.Fact(told[0]), told[0].IsAbout, null)
            : new(null, null, false, asked.Count > 0 ? MissingFact.Of(asked[0]) : null);
    }

    /// <summary>The R&amp;D spending of the year that a clause asks for, else of the latest told, and of the year before it.</summary>
    public (ToldQuantity? Now, ToldQuantity? Before) RdPair(string clause)
    {
        var now = One(ProfileQuantity.RdSpending, clause);
        return (now, now is null ? null : Before(now));
    }

    /// <summary>The latest two years in a row whose R&amp;D spending was told; null when there are none.</summary>
    public (ToldQuantity Now, ToldQuantity Before)? LatestRdPair() => profile.Quantities
        .Where(q => q.Of == ProfileQuantity.RdSpending && q.Year <= today.Year)
        .OrderByDescending(q => q.Year)
        .Select(q => Before(q) is { } before ? (q, before) : ((ToldQuantity Now, ToldQuantity Before)?)null)
        .FirstOrDefault(p => p is not null);

    private ToldQuantity? Before(ToldQuantity now) =>
        now.Year is { } year ? profile.Quantities.FirstOrDefault(q => q.Of == now.Of && q.Year == year - 1) : null;

    /// <summary>The number of the year that a clause asks for, else of the latest year told; null when it wasn't told.</summary>
    public ToldQuantity? One(ProfileQuantity quantity, string clause, Func<ToldQuantity, bool>? isMeant = null)
    {
        var told = profile.Quantities.Where(q => q.Of == quantity && (isMeant is null || isMeant(q)) && (q.Year is null || q.Year <= today.Year)).OrderByDescending(q => q.Year).ToList();
        // 检测花了20万元，试验花了12万元: which of them is meant isn't known.
        if (told.Count == 0 || (isMeant is not null && told.Exists(q => q.Year == told[0].Year && q.Value != told[0].Value)))
            return null;
        if (!LastYear().IsMatch(clause))
            return told[0];
        // 上年度 is the year before the one in which it is applied for; a number without a year is taken for it.
        return told.Find(q => q.Year == today.Year - 1) ?? told.Find(q => q.Year is null);
    }

    public static ProfileQuantity? KindOf(string property) => property switch
    {
        "发明专利" => ProfileQuantity.InventionPatents,
        "PCT专利" => ProfileQuantity.PctPatents,
        "实用新型专利" => ProfileQuantity.UtilityPatents,
        "外观设计专利" => ProfileQuantity.DesignPatents,
        "专利" or "知识产权" => ProfileQuantity.Patents,
        "软件著作权" => ProfileQuantity.SoftwareCopyrights,
        "商标" => ProfileQuantity.Trademarks,
        _ => null,
    };

    // 较上年度增长 names what is compared with, not the year whose number is asked for.
    [GeneratedRegex("(?<![较比同超过于])(?:上一?个?(?:会计|自然)?年度?|前一年度?|去年)")]
    private static partial Regex LastYear();
}
