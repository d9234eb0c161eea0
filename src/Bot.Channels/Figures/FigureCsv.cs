using System.Collections.Immutable;
using System.Text;
using Bot.Corpus;
using Bot.Retrieval;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels;

/// <summary>Figures as a CSV file that Excel opens: UTF-8 with a byte order mark, one line a figure.</summary>
internal sealed class FigureCsv(LedgerSearch ledger, ReportLinks links)
{
    public const string MediaType = "text/csv";

    private const int LinesAtOnce = 500;

    private static readonly ImmutableArray<string> Header =
    [
        "地区 Region", "指标 Indicator", "原文用语 Words", "时间 Period", "数值 Value", "单位 Unit", "限定词 Qualifier", "性质 Status",
        "口径 Aspect", "基数 Base", "存疑 Doubt", "已更正 Corrected", "更正说明 Note", "更正前 As read", "报告 Report", "标题 Title",
        "段落 Paragraph", "章节 Section", "原句 Sentence", "链接 Link",
    ];

    /// <summary>Sends every figure asked for, page by page, so that the whole ledger never stands in memory.</summary>
    public async Task WriteAsync(HttpContext context, LedgerRequest request)
    {
        var response = context.Response;
        response.ContentType = $"{MediaType}; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = "figures.csv",
            FileNameStar = "数字台账.csv",
        }.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        var aborted = context.RequestAborted;
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Head().AsMemory(), aborted);
        int lines = 0;
        await foreach (var figure in ledger.AllAsync(request, aborted))
        {
            await writer.WriteAsync(Line(figure).AsMemory(), aborted);
            if (++lines % LinesAtOnce == 0)
                await writer.FlushAsync(aborted);
        }
    }

    private static string Head()
    {
        var line = new CsvLine();
        foreach (string name in Header)
            line.Add(name);
        return line.ToString();
    }

    private string Line(LedgerFigure found)
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
            .Add(row.Url)
            .ToString();
    }
}
