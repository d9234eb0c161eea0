using System.Collections.Immutable;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;

namespace Bot.Channels;

/// <summary>Figures as a CSV file, one line a figure.</summary>
internal sealed class FigureCsv(LedgerSearch ledger, ReportLinks links)
{
    private static readonly ImmutableArray<string> Header =
    [
        "地区 Region", "指标 Indicator", "原文用语 Words", "时间 Period", "数值 Value", "单位 Unit", "限定词 Qualifier", "性质 Status",
        "口径 Aspect", "基数 Base", "存疑 Doubt", "已更正 Corrected", "更正说明 Note", "更正前 As read", "报告 Report", "标题 Title",
        "段落 Paragraph", "章节 Section", "原句 Sentence", "链接 Link",
    ];

    /// <summary>Sends every figure asked for, whatever the page.</summary>
    public Task WriteAsync(HttpContext context, LedgerRequest request) => CsvFile.WriteAsync(
        context, "figures.csv", "数字台账.csv", Header, ledger.AllAsync(request, context.RequestAborted).Select(Line));

    private CsvLine Line(LedgerFigure found)
    {
        var row = FigureRow.Of(found, links);
        return new CsvLine()
            .Add(row.Region)
            .Add(row.Indicator)
            .Add(row.Words)
            .Add(row.Period)
            .Add(row.Value)
            .Add(row.Unit)
            .Add(row.Qualifier)
            .Add(FigureNames.Of(found.Figure.Status).Chinese)
            .Add(FigureNames.Of(found.Figure.Aspect).Chinese)
            .Add(row.Base)
            .Add(row.Doubt)
            .Add(row.Corrected ? "是" : "")
            .Add(row.Correction?.Note)
            .Add(found.Figure.Correction is { } correction ? FigureMeaningText.Of(correction.Read) : "")
            .Add(row.Report)
            .Add(row.Title)
            .Add(row.Paragraph)
            .Add(row.Section)
            .Add(row.Sentence)
            .Add(row.Url);
    }
}
