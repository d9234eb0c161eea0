using Xunit.Abstractions;

namespace Bot.Corpus.Tests.Figures;

/// <summary>Counts how far read figures agree with annotated ones, report by report, and prints every miss.</summary>
internal sealed class FigureMeasurement(ITestOutputHelper output)
{
    private int _right;
    private int _required;
    private int _sound;
    private int _wrong;

    /// <summary>Part of the figures read without doubt that a person read the same way.</summary>
    public double Precision => 1 - ((double)_wrong / _sound);

    /// <summary>Part of the figures a person was sure of that were read the same way, with or without doubt.</summary>
    public double Recall => (double)_right / _required;

    /// <param name="stretch">The part of <paramref name="text"/> that was annotated; figures outside aren't counted.</param>
    public void Add(string text, TextSpan stretch, IEnumerable<Figure> read, IEnumerable<AnnotatedFigure> annotated)
    {
        var left = read.Where(figure => stretch.Contains(figure.Span)).ToList();
        foreach (var expected in annotated)
        {
            var start = expected.StartIn(text, stretch.Start);
            var figure = left.Find(found => found.Span.Start <= start && start < found.Span.End && found.Value == expected.Value)
                ?? left.Find(found => found.Span.Start <= start && start < found.Span.End);
            if (figure is not null)
                left.Remove(figure);
            if (!expected.IsOptional)
                Count(expected, figure);
        }
        foreach (var extra in left.Where(figure => figure.Doubt is null))
        {
            _sound++;
            _wrong++;
            output.WriteLine($"EXTRA {extra.Span.Of(text)} {extra.Words} in {extra.Sentence.Of(text)[..Math.Min(40, extra.Sentence.Length)]}");
        }
    }

    public void Print() => output.WriteLine($"precision {Precision:P1} of {_sound}, recall {Recall:P1} of {_required}");

    private void Count(AnnotatedFigure expected, Figure? figure)
    {
        _required++;
        var differences = figure is null ? ["missing"] : expected.Differences(figure).ToArray();
        _sound += figure is { Doubt: null } ? 1 : 0;
        if (differences.Length == 0)
            _right++;
        else if (figure is { Doubt: null })
            _wrong++;
        if (differences.Length > 0 || figure!.Doubt is not null)
            output.WriteLine($"{expected.Report[..3]} {expected.Anchor} | {string.Join("; ", differences)} | {figure?.Doubt}");
    }
}
