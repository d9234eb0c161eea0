using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Periods as people read them.</summary>
internal static class Periods
{
    /// <summary>2019年, 2011—2014年, 2019年1—11月; 2022年前三季度 where the sentence says it so.</summary>
    /// <param name="sentence">The sentence that states the figure: a number it doesn't hold is not said.</param>
    public static string Label(Period period, string sentence = "", bool english = false)
    {
        if (period.FromYear != period.ToYear)
            return Text($"{period.FromYear}—{period.ToYear}{(english ? "" : "年")}");
        if (!period.IsPartial)
            return Text($"{period.FromYear}{(english ? "" : "年")}");
        if (period.FromMonth == 1 && Named(period.ToMonth, english) is { } named && !sentence.Contains(Text($"{period.ToMonth}月"), StringComparison.Ordinal))
            return english ? Text($"{named} {period.FromYear}") : Text($"{period.FromYear}年{named}");
        var months = period.FromMonth == period.ToMonth ? Text($"{period.ToMonth}") : Text($"{period.FromMonth}—{period.ToMonth}");
        return english ? Text($"{period.FromYear}, months {months}") : Text($"{period.FromYear}年{months}月");
    }

    /// <summary>The part of a year as its source writes it: 2023年1—11月 where it says so, else 2023年截至11月.</summary>
    /// <param name="source">The paragraph that states the figure.</param>
    public static string Part(Period period, string source, bool english)
    {
        var label = Label(period, source, english);
        return period.FromMonth > 1 || !label.Contains('—', StringComparison.Ordinal) || Span(period.ToMonth).IsMatch(source)
            ? label
            : english ? Text($"{period.FromYear}, up to month {period.ToMonth}") : Text($"{period.FromYear}年截至{period.ToMonth}月");
    }

    private static Regex Span(int month) => new(Text($"(?<![0-9])1月?[-—–~～至到]+{month}月"), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string? Named(int months, bool english) => (months, english) switch
    {
        (3, false) => "一季度",
        (6, false) => "上半年",
        (9, false) => "前三季度",
        (6, true) => "first half of",
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
