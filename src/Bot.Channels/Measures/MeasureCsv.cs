using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Measures as a CSV file, one line a measure.</summary>
internal sealed class MeasureCsv(RegisterSearch register, ReportLinks links)
{
    private const string NotWritten = "原文未写明";

    private static readonly ImmutableArray<string> Header =
    [
        "地区 Region", "措施 Measure", "方式 Instrument", "状态 State", "年份 Year", "施行 Valid from", "截止 Valid to", "废止文件 Repealed by",
        "对象 Beneficiary", "支持标准 Amounts", "条件 Conditions", "未读懂的条件 Unread", "叠加 Stacking", "申报时间 Application",
        "发文机关 Issuer", "文号 Document number", "已更正 Corrected", "已隐藏 Hidden", "文件 Report", "标题 Title", "段落 Paragraph", "章节 Section",
        "原文 Words", "链接 Link",
    ];

    /// <summary>Sends every measure asked for, whatever the page.</summary>
    public Task WriteAsync(HttpContext context, RegisterRequest request) => CsvFile.WriteAsync(
        context, "measures.csv", "政策措施.csv", Header, register.AllAsync(request, context.RequestAborted).Select(Line));

    private CsvLine Line(FoundMeasure found)
    {
        var row = MeasureBody.Of(found, links);
        var standing = row.Conditions.Where(condition => !condition.Withdrawn).ToArray();
        return new CsvLine()
            .Add(row.Region ?? NotWritten)
            .Add(row.Name)
            .Add(MeasureText.Chinese(MeasureNames.Instruments, row.Instrument))
            .Add(MeasureText.Chinese(MeasureNames.States, row.State))
            .Add(row.Year is { } year ? $"{year}" : "")
            .Add(row.ValidFrom is { } from ? MeasureText.Day(from) : "")
            .Add(row.ValidTo is { } to ? MeasureText.Day(to) : "")
            .Add(row.RepealedByTitle)
            .Add(row.Beneficiary ?? NotWritten)
            .Add(Joined(row.Amounts.Where(amount => !amount.Withdrawn).Select(amount => Words(amount.Quote))))
            .Add(Joined(standing.Select(condition => Words(condition.Quote))))
            .Add(string.Join('；', standing.Where(condition => condition.Kind == "unread").Select(condition => Words(condition.Quote))))
            .Add(Joined(row.Stacking.Select(rule => Words(rule.Quote))))
            .Add(row.Application?.Period ?? NotWritten)
            .Add(row.Issuer)
            .Add(row.DocumentNumber)
            .Add(row.Corrected ? "是" : "")
            .Add(row.Hidden ? "是" : "")
            .Add(row.Report)
            .Add(row.Title)
            .Add(row.Quote.Paragraph)
            .Add(row.Quote.Section)
            .Add(Words(row.Quote))
            .Add(row.Quote.Url);
    }

    private static string Joined(IEnumerable<string> words) => string.Join('；', words.Distinct()) is { Length: > 0 } joined ? joined : NotWritten;

    private static string Words(QuoteBody quote) => quote.Words is { } words ? quote.Sentence[words.Start..words.End] : quote.Sentence;
}
