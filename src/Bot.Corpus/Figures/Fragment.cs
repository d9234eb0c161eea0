using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Words that name nothing by themselves: 比上年末, 距, 三地.</summary>
internal static partial class Fragment
{
    public static bool Is(string words) => Pattern().IsMatch(words);

    [GeneratedRegex(@"^(?:[比较距的）)，由从]|不到|不足|同比|其中[：:]?$|[两二三四五六七八九十几0-9]+[地者家个项]|(?:上述|以上|这些|前者|后者))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
