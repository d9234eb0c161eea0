using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>Reads what was told into a profile. What a field says counts for more than own words.</summary>
internal sealed partial class MatchReader(Matchmaker matchmaker)
{
    public MatchReading Read(MatchTold told, MatchChoices choices)
    {
        if (told.FindExcess() is { } excess)
            return new MatchReading(EnterpriseProfile.Empty, [], [excess]);
        var problems = new List<Problem>();
        var words = matchmaker.Read(told.Told);
        // A key that own words don't tell any more is forgotten.
        var struck = ProfileText.Parts(words).Where(part => told.Without.Contains(part.Words.Chinese)).ToImmutableArray();
        var heard = struck.Aggregate(words, (rest, part) => Part(rest, part.Words.Chinese)?.Without ?? rest);
        var fields = Fields(told, choices, problems);
        heard = heard with { Quantities = heard.Quantities.RemoveAll(quantity => fields.Quantities.Any(field => field.Of == quantity.Of && field.Year == quantity.Year)) };
        string?[] needs = [heard.Need, fields.Need];
        var profile = heard.With(fields) with { Need = string.Join('，', needs.OfType<string>()) is { Length: > 0 } need ? need : null };
        return new MatchReading(profile, struck, [.. problems]);
    }

    /// <summary>The same without a fact, named by its Chinese words: its field is emptied, and own words don't count as telling it.</summary>
    public MatchTold Strike(MatchTold told, string key, MatchChoices choices)
    {
        if (told.FindExcess() is not null)
            return told;
        // What is looked for is told as one, whoever said which part of it.
        if (Read(told, choices).Profile is { Need: not null } profile && Part(profile, key) is { Without.Need: null })
        {
            var heard = EnterpriseProfile.Empty with { Need = matchmaker.Read(told.Told).Need };
            return told with { Needs = [], Without = [.. told.Without.Union(ProfileText.Parts(heard).Select(part => part.Words.Chinese))] };
        }

        bool Tells(MatchTold field) => Part(Fields(field, choices, []), key) is not null;
        var none = new MatchTold();
        return told with
        {
            Without = [.. told.Without.Append(key).Distinct()],
            Place = Tells(none with { Place = told.Place }) ? "" : told.Place,
            Founded = Tells(none with { Founded = told.Founded }) ? "" : told.Founded,
            Staff = Tells(none with { Staff = told.Staff }) ? "" : told.Staff,
            Needs = Tells(none with { Needs = told.Needs }) ? [] : told.Needs,
            Sizes = told.Sizes.RemoveAll(size => Tells(none with { Sizes = [size] })),
            Recognitions = told.Recognitions.RemoveAll(name => Tells(none with { Recognitions = [name] })),
            RdSpending = told.RdSpending.RemoveRange(told.RdSpending.Where(each => Tells(none with { RdSpending = none.RdSpending.Add(each.Key, each.Value) })).Select(each => each.Key)),
            Revenue = told.Revenue.RemoveRange(told.Revenue.Where(each => Tells(none with { Revenue = none.Revenue.Add(each.Key, each.Value) })).Select(each => each.Key)),
        };
    }

    private static ProfilePart? Part(EnterpriseProfile profile, string key) =>
        ProfileText.Parts(profile).FirstOrDefault(part => part.Words.Chinese == key);

    private EnterpriseProfile Fields(MatchTold told, MatchChoices choices, List<Problem> problems) => new()
    {
        Region = Place(told, choices, problems),
        Founded = Founded(told, problems),
        Standings = [.. Standings(told, "sizes", told.Sizes, problems), .. Standings(told, "recognitions", told.Recognitions, problems)],
        Quantities =
        [
            .. Sums(told, ProfileQuantity.RdSpending, "rdSpending", "研发费用", told.RdSpending, problems),
            .. Sums(told, ProfileQuantity.Revenue, "revenue", "营业收入", told.Revenue, problems),
            .. Staff(told, problems),
        ],
        Need = Need(told, problems),
    };

    private Region? Place(MatchTold told, MatchChoices choices, List<Problem> problems)
    {
        if (told.Place.Length == 0)
            return null;
        Region[] offered = [.. choices.Places.Where(place => place.Name == told.Place)];
        // A name that several places bear is none, unless only one of them sets measures.
        bool isShared = offered.Length != 1 && Gazetteer.Default.FindIn(told.Place).Any(mention => mention.IsAmbiguous);
        var place = offered.Length == 1 ? offered[0] : isShared ? null : matchmaker.Read($"注册在{told.Place}").Region;
        if (place is null)
            problems.Add(told.Refused("place", told.Say($"没有认出“{told.Place}”，请写市、县（区）的全名，重名的连同所在的市一起写", $"“{told.Place}” is not known; give the full name of a city, county or district, with the city it lies in")));
        return place;
    }

    private FoundingTime? Founded(MatchTold told, List<Problem> problems)
    {
        if (told.Founded.Length == 0)
            return null;
        if (Date().Match(told.Founded) is { Success: true } date && !IsDay(date))
        {
            problems.Add(told.Refused("founded", told.Say($"没有“{told.Founded}”这个日期，请写成 2023、2023-05 或 2023-05-18", $"“{told.Founded}” is no date; write 2023, 2023-05 or 2023-05-18")));
            return null;
        }

        string[] forms = [$"成立于{told.Founded}", $"成立{told.Founded}", $"{told.Founded}成立"];
        var founded = forms.Select(form => matchmaker.Read(form).Founded).FirstOrDefault(read => read is not null);
        if (founded is not null && founded.Earliest <= matchmaker.Today)
            return founded with { Told = told.Founded };
        problems.Add(told.Refused("founded", told.Say($"没有读懂“{told.Founded}”，请写成 2023、2023-05 或 2023-05-18，不晚于今天", $"“{told.Founded}” is not understood; write 2023, 2023-05 or 2023-05-18, not after today")));
        return null;
    }

    // Of 2023-13 the year alone would be believed.
    private static bool IsDay(Match date)
    {
        int Part(string name, int otherwise) => date.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : otherwise;
        var (year, month, day) = (Part("y", 1), Part("m", 1), Part("d", 1));
        return month is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private IEnumerable<ToldStanding> Standings(MatchTold told, string field, ImmutableArray<string> names, List<Problem> problems)
    {
        foreach (string name in names)
        {
            // A medium one is none of the small ones.
            var read = matchmaker.Read($"我们是{name}{(name == MatchChoices.MediumSize ? "，不是小微企业" : "")}").Standings;
            foreach (var standing in read)
                yield return standing;
            if (read.IsEmpty)
                problems.Add(told.Refused(field, told.Say($"没有认出“{name}”，请写通用名称，例如 高新技术企业", $"“{name}” is not known; use the usual Chinese name, such as 高新技术企业")));
        }
    }

    private IEnumerable<ToldQuantity> Sums(
        MatchTold told, ProfileQuantity of, string field, string name, ImmutableSortedDictionary<string, string> byYear, List<Problem> problems)
    {
        foreach (var (year, text) in byYear.Where(entry => entry.Value.Length > 0))
        {
            if (!Year().IsMatch(year))
                problems.Add(told.Refused($"{field}.{year}", told.Say($"年份应为 2025 这样的四位数", $"the year has four digits, such as 2025")));
            else if (matchmaker.Read($"{year}年{name}{InTenThousands(text)}").Quantities is [{ } read] && read.Of == of && read.Value >= 0)
                yield return read with { Words = "" };
            else
                problems.Add(told.Refused($"{field}.{year}", told.Say($"没有读懂“{text}”，请写数字，例如 260（单位万元）、260万元 或 1.2亿元", $"“{text}” is not understood; write a number such as 260 (in 万元, ten thousand yuan), 260万元 or 1.2亿元")));
        }
    }

    private IEnumerable<ToldQuantity> Staff(MatchTold told, List<Problem> problems)
    {
        if (told.Staff.Length == 0)
            yield break;
        if (matchmaker.Read($"员工{told.Staff.TrimEnd('人', '名')}人").Quantities is [{ Of: ProfileQuantity.Staff } read])
            yield return read with { Words = "" };
        else
            problems.Add(told.Refused("staff", told.Say($"没有读懂“{told.Staff}”，请写人数，例如 35", $"“{told.Staff}” is not understood; write a number such as 35")));
    }

    private string? Need(MatchTold told, List<Problem> problems)
    {
        foreach (string unknown in told.Needs.Where(need => matchmaker.Read($"想要{need}").Need is null))
            problems.Add(told.Refused("needs", told.Say($"没有认出“{unknown}”，请写成 研发经费、贷款 这样的词", $"“{unknown}” is not known; use words such as 研发经费 or loan")));
        return told.Needs.IsEmpty ? null : string.Join('，', told.Needs);
    }

    /// <summary>A bare number counts ten thousands of yuan, as forms in China do.</summary>
    private static string InTenThousands(string text)
    {
        string plain = Separator().Replace(text, "");
        if (plain.AsSpan().IndexOfAny("元万亿") >= 0)
            return plain;
        int end = plain.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{plain[..end]}万元{plain[end..]}");
    }

    [GeneratedRegex(@"^(?<y>\d{4})\s*[-./年]\s*(?<m>\d{1,4})(?:\s*[-./月]\s*(?<d>\d{1,4}))?\s*[月日号]?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:19|20)\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<=\d)[,，\s](?=\d)")]
    private static partial Regex Separator();
}

/// <param name="Struck">Facts of the own words that are not to count.</param>
/// <param name="Problems">What could not be read, each with its field.</param>
internal sealed record MatchReading(EnterpriseProfile Profile, ImmutableArray<ProfilePart> Struck, ImmutableArray<Problem> Problems);
