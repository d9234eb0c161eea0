using System.Collections.Immutable;

namespace Bot.Answers.Matching;

/// <summary>Shows people what a profile tells of their enterprise.</summary>
public static class ProfileText
{
    /// <summary>Everything it tells, in the order of a form; empty when it tells nothing.</summary>
    public static ImmutableArray<ProfilePart> Parts(EnterpriseProfile profile) =>
    [
        .. profile.Region is { } region
            ? [new(new($"注册地：{region}", $"Registered in {(region.English.Length > 0 ? region.English : region.Name)}"), profile with { Region = null })]
            : Array.Empty<ProfilePart>(),
        .. profile.Founded is { } founded ? [new(Founding(founded), profile with { Founded = null })] : Array.Empty<ProfilePart>(),
        .. profile.Standings.Select(s => new ProfilePart(Standing(s), profile with { Standings = profile.Standings.Remove(s) })),
        .. profile.Sectors.Select(s => new ProfilePart(new($"行业：{s}", $"Field: {EnglishNames.WithChinese(s)}"), profile with { Sectors = profile.Sectors.Remove(s) })),
        .. profile.Quantities.Select(q => new ProfilePart(Quantity(q), profile with { Quantities = profile.Quantities.Remove(q) })),
        .. profile.Declarations.Select(d => new ProfilePart(Declaration(d), profile with { Declarations = profile.Declarations.Remove(d) })),
        .. profile.Need is { } need ? [new(new($"想要：{need}", $"Looks for: {need}"), profile with { Need = null })] : Array.Empty<ProfilePart>(),
    ];

    /// <summary>All of it in one line; empty when it tells nothing.</summary>
    public static string Of(EnterpriseProfile profile, bool english) =>
        string.Join(english ? "; " : "；", Parts(profile).Select(p => p.Words.In(english)));

    private static Bilingual Founding(FoundingTime founded) =>
        new(founded.Told.Contains("成立", StringComparison.Ordinal) ? founded.Told : $"成立：{founded.Told}", $"Founded: {founded.Told}");

    private static Bilingual Standing(ToldStanding told)
    {
        if (!told.IsHeld)
            return new("不是" + told.Name, "Not: " + EnglishNames.WithChinese(told.Name));
        var (chinese, english) = told.Acquired switch
        {
            Acquisition.First => ("首次认定", "first time"),
            Acquisition.New => ("新获", "lately"),
            Acquisition.Renewed => ("重新认定", "renewed"),
            _ => ("", ""),
        };
        var year = told.Year is { } known ? FormattableString.Invariant($"{known}") : "";
        return chinese.Length + year.Length == 0
            ? MatchWording.Standing(told.Name)
            : new($"{told.Name}（{(year.Length > 0 ? year + "年" : "")}{chinese}）", $"{MatchWording.Standing(told.Name).English} ({string.Join(", ", new[] { english, year }.Where(w => w.Length > 0))})");
    }

    private static Bilingual Quantity(ToldQuantity told)
    {
        var fact = MatchWording.Fact(told);
        // What was bought is of many kinds.
        return told.Of == ProfileQuantity.ServiceSpending && told.Words.Length > 0
            ? new($"{fact.Chinese}（{told.Words}）", $"{fact.English} ({told.Words})")
            : fact;
    }

    private static Bilingual Declaration(string name) => name.StartsWith(EnterpriseProfile.Denied, StringComparison.Ordinal) && name[EnterpriseProfile.Denied.Length..] is var denied
        ? new("不符合：" + denied, "Not so: " + EnglishNames.WithChinese(denied))
        : MatchWording.Standing(name);
}
