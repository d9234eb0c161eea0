using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Corpus;

namespace Bot.Benchmarks;

/// <summary>
/// Reads generated text on one thread, stage by stage: bytes to a cleaned document, document to a structured report,
/// report to figures; prints what each takes. The first eighth warms up and is not counted.
/// </summary>
internal sealed class ReadRun(int megabytes)
{
    private const int Seed = 20_200_206;
    private const double Megabyte = 1_000_000;

    private readonly DocumentReader _documents = new();
    private readonly ReportStructurer _structurer = new();

    public async Task RunAsync()
    {
        var texts = Texts();
        await MeasureAsync(texts[..(texts.Length / 8)], _ => { });
        await MeasureAsync(texts[(texts.Length / 8)..], Console.WriteLine);
    }

    private byte[][] Texts()
    {
        var generator = new TextGenerator(Seed);
        var texts = new List<byte[]>();
        for (var size = 0; size < megabytes * Megabyte; size += texts[^1].Length)
            texts.Add(Encoding.UTF8.GetBytes(generator.Next()));
        return [.. texts];
    }

    private async Task MeasureAsync(byte[][] texts, Action<string> print)
    {
        var size = texts.Sum(t => t.Length) / Megabyte;
        var documents = new List<CleanDocument>(texts.Length);
        var reading = Start();
        foreach (var text in texts)
            documents.Add(await _documents.ReadAsync("report.txt", text, CancellationToken.None));
        var (readWall, readCpu) = Since(reading);
        var structuring = Start();
        ImmutableArray<StructuredReport> reports = [.. documents.Select(d => _structurer.Structure(d, null))];
        var (structureWall, structureCpu) = Since(structuring);
        var sentences = reports.Sum(r => r.Paragraphs.Sum(p => p.Sentences.Length));
        var counting = Start();
        var figures = reports.Sum(r => FigureReader.Default.Read(r.Metadata, r.Paragraphs).Length);
        var (figureWall, figureCpu) = Since(counting);

        print(Line("texts", $"{texts.Length} of {size:F1} MB; {sentences} sentences, {figures} figures"));
        print(Line("decode and clean", $"{size / readWall:F2} MB/s; {size / readCpu:F2} MB per second of processor time"));
        print(Line("structure", $"{size / structureWall:F2} MB/s; {size / structureCpu:F2} MB per second of processor time"));
        print(Line("read and structure", $"{size / (readWall + structureWall):F2} MB/s; {size / (readCpu + structureCpu):F2} MB per second of processor time"));
        print(Line("figures", $"{sentences / figureWall:F0} sentences/s; {sentences / figureCpu:F0} per second of processor time"));
    }

    private static (long Wall, TimeSpan Processor) Start() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private static (double Wall, double Processor) Since((long Wall, TimeSpan Processor) start) =>
        (Stopwatch.GetElapsedTime(start.Wall).TotalSeconds, (Environment.CpuUsage.TotalTime - start.Processor).TotalSeconds);

    private static string Line(string what, FormattableString measured) =>
        $"{what,-24}{measured.ToString(CultureInfo.InvariantCulture)}";
}
