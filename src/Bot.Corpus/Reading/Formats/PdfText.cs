using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Bot.Corpus;

/// <summary>
/// PDF files, through poppler's pdftotext as a child process: bytes in, laid out text out. A document that hangs it is given up
/// after <paramref name="limit"/>.
/// </summary>
/// <param name="program">Name or path of the program.</param>
/// <param name="limit">How long one file may take; null for 60 seconds.</param>
public sealed class PdfText(string program = "pdftotext", TimeSpan? limit = null)
{
    // From the file through standard input; -layout keeps columns apart, so that tables can be told.
    private static readonly string[] Arguments = ["-layout", "-enc", "UTF-8", "-", "-"];

    private readonly TimeSpan _limit = limit ?? TimeSpan.FromSeconds(60);

    internal async Task<DecodedDocument> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // Some files carry a few bytes before their mark; poppler looks through the first 1,024 as well.
        if (bytes.Span[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) < 0)
            throw Problems.NotPdf();
        var text = await RunAsync(bytes, cancellationToken);
        if (!text.Any(char.IsLetterOrDigit))
            throw Problems.ScannedPdf();
        var lines = PlainText.Lines(text.Replace("\f\n", "\f", StringComparison.Ordinal).Replace("\f", "\n\f", StringComparison.Ordinal));
        return new(lines, HeadFields.None, [], []) { IsPaged = true };
    }

    private async Task<string> RunAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var process = Start();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timer.Token);
            var errors = process.StandardError.ReadToEndAsync(timer.Token);
            await FeedAsync(process, bytes, timer.Token);
            var text = await output;
            await process.WaitForExitAsync(timer.Token);
            return process.ExitCode == 0 ? text : throw Problems.NotPdf(FirstLine(await errors));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problems.PdfTimeout(_limit);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start) ?? throw Problems.NoPdfTool(program);
        }
        catch (Win32Exception e)
        {
            throw Problems.NoPdfTool(program, e);
        }
    }

    // The program may close its input early, when it sees that the file is none of its kind; its exit code tells then.
    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
