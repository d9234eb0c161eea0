using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>How years are written.</summary>
internal static partial class YearPatterns
{
    private const string FourDigits = "(?:19[5-9]\\d|20[0-6]\\d)";

    /// <summary>Several years: 2011-2014年, 2015—2020年, 2021年至2025年, (2019-2022).</summary>
    [GeneratedRegex($"(?<![\\d.])({FourDigits})\\s?年?\\s?(?:[-—–－~～]{{1,2}}|至|到)\\s?({FourDigits})(?!\\d|[.]\\d|\\s?[万亿元家人个件台名项吨])\\s?年?")]
    public static partial Regex Range { get; }

    /// <summary>2019年, 2020-02-06, 2020.2.6, 2020/2/6.</summary>
    [GeneratedRegex($"(?<![\\d.])({FourDigits})(?:\\s?年|(?=[-./]\\d{{1,2}}(?:[-./]\\d{{1,2}}|\\s?$)))")]
    public static partial Regex Year { get; }

    /// <summary>二〇二〇年, 二零二零年.</summary>
    [GeneratedRegex("二[〇○零][〇○零一二三四五六][〇○零一二三四五六七八九]年")]
    public static partial Regex InChinese { get; }

    /// <summary>Two digits that can only be a year: 到25年底, ’19年.</summary>
    [GeneratedRegex("(?:(?<=[’'‘])|(?<=[到至截止比较自从在]))([0-4]\\d)年(?=底|末|初|[1-9]\\d?月|度)|(?<=[’'])([0-4]\\d)年")]
    public static partial Regex TwoDigits { get; }

    /// <summary>Years told from the part's: group 1 the year before, 2 the year itself, 3 the year after.</summary>
    [GeneratedRegex("(?<![比较与和超同])(?:(去年|上年|上一年|上年度)(?!同期|同比|增|提高|下降)|(今年|本年度|本年|当年)|(明年|来年|下一年|次年))")]
    public static partial Regex Relative { get; }

    /// <summary>A year that only tells since when: 自2009年起, 2015年以来, 从2017年开始.</summary>
    [GeneratedRegex("^[^。；;，,]{0,4}(?:起|以来|开始|之前|以前)")]
    public static partial Regex Since { get; }

    /// <summary>A title inside the text, whose years are its own: 《…2015—2020年》, and numbers of documents.</summary>
    [GeneratedRegex("《[^》]{1,80}》|[〔\\[【(（]\\s?(?:19|20)\\d{2}\\s?[〕\\]】)）]\\s?\\d+\\s?号")]
    public static partial Regex DocumentName { get; }

    /// <summary>The year a text opens with: 2020年, 到2025年.</summary>
    [GeneratedRegex($"^[\\s　]*(?:到|至|截至|截止)?({FourDigits})年")]
    public static partial Regex Opening { get; }

    /// <summary>A plan of five years by its number: “十四五”.</summary>
    [GeneratedRegex("“?十([一二三四五六七])五”?")]
    public static partial Regex FiveYearPlan { get; }
}
