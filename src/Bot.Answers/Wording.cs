using System.Collections.Immutable;
using System.Globalization;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers;

/// <summary>The sentences the bot says in its own words: Chinese, or English when asked in English.</summary>
internal static class Wording
{
    public static string YearTaken(int offset, int year, bool english) => english
        ? Invariant($"“{RelativeEnglish(offset)}” is taken as {year}, by today's date.")
        : Invariant($"“{Relative(offset)}”按提问日期理解为{year}年。");

    public static string YearOfReport(int offset, int year, bool english) => english
        ? Invariant($"The reports do not reach today's year; “{RelativeEnglish(offset)}” is taken as the report's own year, {year}.")
        : Invariant($"资料未覆盖提问日期所在年份，“{Relative(offset)}”按报告自身的年份理解为{year}年。");

    public static string YearDropped(ImmutableArray<int> years, bool english) => english
        ? Invariant($"There is nothing for {Join(years)} here; the year is given with each statement.")
        : Invariant($"该地区资料没有{Join(years)}年的内容，以下按其资料所载年份说明。");

    public static string Join(ImmutableArray<int> years) =>
        string.Join('、', years.Select(y => y.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What one report covers: 绍兴市：《…》（2019、2020年）.</summary>
    public static string Covers(ReportEntry report, string marker, bool english)
    {
        var metadata = report.Metadata!;
        var region = metadata.Region is null ? "" : metadata.Region + (english ? ": " : "：");
        return $"{region}《{Composing.Statement.Note().Replace(metadata.Title, "")}》{marker}";
    }

    /// <summary>绍兴市2019年（1—11月）： as an answer's opening, leaving out what the quoted words say themselves.</summary>
    /// <param name="part">The part of the year that it is of, said instead of the year; null: the whole year, or it says so itself.</param>
    public static string Label(string? region, int? year, bool isPlan, string quoted, bool english, string? part = null)
    {
        var place = region is null || quoted.Contains(region, StringComparison.Ordinal) ? "" : region;
        var time = part is not null ? part : year is null || quoted.Contains(year.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? ""
            : Invariant($"{year}年");
        var plan = isPlan ? english ? " (planned target)" : "（计划目标）" : "";
        var label = (english ? string.Join(", ", new[] { place, time.TrimEnd('年') }.Where(p => p.Length > 0)) : place + time) + plan;
        return label.Length == 0 ? "" : label + (english ? ": " : "：");
    }

    /// <summary>How a follow-up was completed, before its answer.</summary>
    public static string Understood(string question, bool english) =>
        english ? $"From the conversation, this is understood as: “{question}”" : $"结合上文，这一问理解为：“{question}”";

    private static string Relative(int offset) => offset switch { < 0 => "去年", 0 => "今年", _ => "明年" };

    private static string RelativeEnglish(int offset) => offset switch { < 0 => "last year", 0 => "this year", _ => "next year" };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
