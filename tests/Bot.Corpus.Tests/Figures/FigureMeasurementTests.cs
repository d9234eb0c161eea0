using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace Bot.Corpus.Tests.Figures;

/// <summary>Measures the ledger against figures read by a person: all of region, indicator, aspect, status, period, value and unit must agree.</summary>
public sealed class FigureMeasurementTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.97;
    private const double LeastRecall = 0.90;

    [Fact]
    public void Reader_finds_the_annotated_figures_of_the_five_reports()
    {
        var annotated = AnnotatedFigure.Load(Beside("annotated.tsv")).ToLookup(figure => figure.Report);
        var stretches = File.ReadLines(Beside("annotated-stretches.tsv")).Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[0]);
        var measurement = new FigureMeasurement(output);

        foreach (var name in SeedReports.Names)
        {
            var (metadata, paragraphs) = SeedReports.Read(name);
            var text = string.Join('\n', paragraphs.Select(paragraph => paragraph.Text));
            var stretch = new TextSpan(text.IndexOf(stretches[name][1], StringComparison.Ordinal), text.LastIndexOf(stretches[name][2], StringComparison.Ordinal) + stretches[name][2].Length);
            measurement.Add(text, stretch, FigureReader.Default.Read(metadata, paragraphs), annotated[name]);
        }

        measurement.Print();
        measurement.Precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision);
        measurement.Recall.ShouldBeGreaterThanOrEqualTo(LeastRecall);
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
