using System.Text.RegularExpressions;

namespace Bot.Answers.Matching;

/// <summary>Tells what is of abroad from what is of here, by the words used.</summary>
internal static partial class Foreign
{
    /// <summary>True where words of a document speak of abroad alone; 境内外 speaks of both.</summary>
    public static bool IsNamedIn(string words) => Abroad().IsMatch(words) && !Home().IsMatch(words);

    /// <summary>True where words of a document speak of the own country alone.</summary>
    public static bool IsHomeNamedIn(string words) => Home().IsMatch(words) && !Abroad().IsMatch(words);

    /// <summary>True where something told was done abroad: in another country, by its name.</summary>
    public static bool IsToldIn(string deed) => Abroad().IsMatch(deed) || Country().IsMatch(deed);

    /// <summary>True where something told was done with an institution here.</summary>
    public static bool IsHomeIn(string deed) => HomeInstitution().IsMatch(deed);

    [GeneratedRegex("境外|国外|海外")]
    private static partial Regex Abroad();

    [GeneratedRegex("(?:境内|国内)(?!外)")]
    private static partial Regex Home();

    [GeneratedRegex("(?:省内|市内|区内|国内|境内|本地|本市|本省)[^,。;]{0,8}(?:机构|单位|公司|院|所|大学)")]
    private static partial Regex HomeInstitution();

    [GeneratedRegex("美国|德国|法国|英国|日本|韩国|意大利|西班牙|荷兰|瑞士|瑞典|俄罗斯|澳大利亚|加拿大|巴西|墨西哥|印度|越南|泰国|新加坡|马来西亚|印尼|迪拜|阿联酋|沙特|土耳其|波兰|南非|欧洲|欧盟|东南亚|中东|非洲|南美|香港|澳门|台湾")]
    private static partial Regex Country();
}
