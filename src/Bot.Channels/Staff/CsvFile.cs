using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels;

/// <summary>Sends a CSV file that Excel opens: UTF-8 with a byte order mark, every line as it is made, so that the whole never stands in memory.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv";

    private const int LinesAtOnce = 500;

    /// <param name="name">For browsers that take no Chinese names.</param>
    public static async Task WriteAsync(
        HttpContext context, string name, string chineseName, IEnumerable<string> header, IAsyncEnumerable<CsvLine> lines)
    {
        var response = context.Response;
        response.ContentType = $"{MediaType}; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name, FileNameStar = chineseName }.ToString();
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        var aborted = context.RequestAborted;
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(header.Aggregate(new CsvLine(), (line, column) => line.Add(column)).ToString().AsMemory(), aborted);
        int written = 0;
        await foreach (var line in lines.WithCancellation(aborted))
        {
            await writer.WriteAsync(line.ToString().AsMemory(), aborted);
            if (++written % LinesAtOnce == 0)
                await writer.FlushAsync(aborted);
        }
    }
}
