using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>What several numbers side by side are dealt out to: years, places or things counted, as many as there are numbers.</summary>
internal static partial class Dealt
{
    private const int LongestLook = 200;
    private static readonly char[] Joints = ['、', '和', '与', '及'];

    /// <summary>2021、2022年分别为806家、867家: the years; empty when none are listed.</summary>
    public static int[] Years(string text, int from, int end, int count)
    {
        from = Math.Max(from, end - LongestLook);
        var listed = YearList().Matches(text[from..end]).LastOrDefault();
        if (listed is null || !text.AsSpan(from + listed.Index + listed.Length, end - from - listed.Index - listed.Length).ContainsAny(Each))
            return [];
        var years = Year().Matches(listed.Value).Select(year => int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return years.Length == count ? years : [];
    }

    /// <summary>A clause without a list of years whose last alone was taken for a time.</summary>
    public static string WithoutYears(string clause) => LooseYears().Replace(clause, "");

    /// <summary>青羊区、金牛区分别完成…: the places; empty when the words are no list of that many places.</summary>
    public static string[] Places(string words, int count)
    {
        var list = Opening().Replace(words, "");
        var each = list.AsSpan().IndexOfAny(Each);
        var parts = (each >= 0 ? list[..each] : list).Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == count && parts.All(IsPlace) ? parts : [];
    }

    private static readonly System.Buffers.SearchValues<char> Each = System.Buffers.SearchValues.Create("分各依");

    private static bool IsPlace(string name) =>
        name.Length is > 2 and <= 9 && name[^1] is '市' or '县' or '区' or '州' or '旗' or '盟' && LevelVocabulary.Default.LengthAtStart(name) == 0 && name is not ['全', ..];

    [GeneratedRegex(@"^.*(?:分别是|分别为|依次是|依次为|其中|的是|[：:])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:(?:19|20)[0-9]{2}年?[、和与及])+(?:19|20)[0-9]{2}年", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearList();

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:(?:19|20)[0-9]{2}年?)?[、和与及](?=分别|各|依次|$)|(?:(?:19|20)[0-9]{2}年?[、和与及])+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooseYears();
}
