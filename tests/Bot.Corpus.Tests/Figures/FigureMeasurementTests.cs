using System.Collections.Immutable;
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
        var (right, required, sound, wrong) = (0, 0, 0, 0);

        foreach (var name in SeedReports.Names)
        {
            var (metadata, paragraphs) = SeedReports.Read(name);
            var text = string.Join('\n', paragraphs.Select(paragraph => paragraph.Text));
            var stretch = new TextSpan(text.IndexOf(stretches[name][1], StringComparison.Ordinal), text.LastIndexOf(stretches[name][2], StringComparison.Ordinal) + stretches[name][2].Length);
            var figures = FigureReader.Default.Read(metadata, paragraphs).Where(figure => stretch.Contains(figure.Span)).ToImmutableArray();
            var left = figures.ToList();
            foreach (var expected in annotated[name])
            {
                var at = text.IndexOf(expected.Anchor, stretch.Start, StringComparison.Ordinal);
                var start = at + expected.Anchor.IndexOf(expected.Number, StringComparison.Ordinal);
                var figure = left.Find(found => found.Span.Start <= start && start < found.Span.End && found.Value == expected.Value)
                    ?? left.Find(found => found.Span.Start <= start && start < found.Span.End);
                if (figure is not null)
                    left.Remove(figure);
                if (expected.IsOptional)
                    continue;
                required++;
                var differences = figure is null ? ["missing"] : expected.Differences(figure).ToArray();
                sound += figure is { Doubt: null } ? 1 : 0;
                if (differences.Length == 0)
                    right++;
                else if (figure is { Doubt: null })
                    wrong++;
                if (differences.Length > 0 || figure!.Doubt is not null)
                    output.WriteLine($"{name[..3]} {expected.Anchor} | {string.Join("; ", differences)} | {figure?.Doubt}");
            }
            foreach (var extra in left.Where(figure => figure.Doubt is null))
            {
                sound++;
                wrong++;
                output.WriteLine($"{name[..3]} EXTRA {extra.Span.Of(text)} {extra.Words} in {extra.Sentence.Of(text)[..Math.Min(40, extra.Sentence.Length)]}");
            }
        }

        var precision = 1 - ((double)wrong / sound);
        var recall = (double)right / required;
        output.WriteLine($"precision {precision:P1} of {sound}, recall {recall:P1} of {required}");
        precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision);
        recall.ShouldBeGreaterThanOrEqualTo(LeastRecall);
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
