using System.Collections.Immutable;
using Bot.Corpus;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Matched measures as a CSV file, one line a condition; a measure without conditions has one line, too.</summary>
internal static class MatchCsv
{
    private static readonly ImmutableArray<string> Header =
    [
        "日期 Date", "序号 No.", "措施 Measure", "结论 Fit", "地区 Region", "方式 Instrument", "状态 State", "时间 Time", "给什么 Gives", "测算 Reckoned",
        "条件 Condition", "判断 Verdict", "依据 Told", "待补充 To tell", "通用条件 General",
        "标题 Title", "章节 Section", "段落 Paragraph", "原文 Sentence", "链接 Link",
    ];

    public static Task WriteAsync(HttpContext context, MatchBody match, MatchPageWords words)
    {
        context.Response.Headers.CacheControl = "no-store";
        return CsvFile.WriteAsync(context, "match.csv", "措施匹配清单.csv", Header, Lines(match, words).ToAsyncEnumerable());
    }

    private static IEnumerable<CsvLine> Lines(MatchBody match, MatchPageWords words)
    {
        var numbered = match.Measures.Select((measure, index) => (Measure: measure, Number: $"{index + 1}")).Concat(match.NearMisses.Select(measure => (Measure: measure, Number: "")));
        foreach (var (measure, number) in numbered)
        {
            if (measure.Conditions.Count == 0)
                yield return Line(match, words, measure, number, null);
            foreach (var condition in measure.Conditions)
                yield return Line(match, words, measure, number, condition);
        }
    }

    private static CsvLine Line(MatchBody match, MatchPageWords words, MatchedBody measure, string number, JudgedBody? condition)
    {
        var citation = match.Citations[(condition?.Citation ?? measure.Citation) - 1];
        string notWritten = words.Verdict("notWritten");
        return new CsvLine()
            .Add(MeasureText.Day(match.Date))
            .Add(number)
            .Add(measure.Name)
            .Add(words.Fit(measure))
            .Add(measure.Region)
            .Add(words.Instrument(measure.Instrument))
            .Add(words.State(measure.State))
            .Add(words.Time(measure))
            .Add(measure.Gives.Count == 0 ? notWritten : string.Join('；', measure.Gives.Select(gives => gives.Words)))
            .Add(measure.Gain is { Reckoned: true } gain ? string.Join('；', gain.Steps.Select(step => step.Words).Append(words.Gain(gain))) : "")
            .Add(condition?.Words ?? notWritten)
            .Add(condition is null ? notWritten : words.Verdict(condition.Verdict))
            .Add(condition?.Told)
            .Add(condition?.Missing)
            .Add(condition is { General: true } ? words.Say("是", "yes") : "")
            .Add(citation.Title)
            .Add(citation.Section)
            .Add(words.Say($"第{citation.Paragraph}段", $"paragraph {citation.Paragraph}"))
            .Add(citation.Quote)
            .Add(citation.Url);
    }
}
