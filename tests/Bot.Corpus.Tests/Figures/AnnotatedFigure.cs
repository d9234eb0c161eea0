using System.Globalization;

namespace Bot.Corpus.Tests.Figures;

/// <summary>A figure of a report as a person read it.</summary>
/// <param name="Anchor">The number with enough of its surroundings to find it; parts that stand apart, as in a table's row, joined by ….</param>
internal sealed record AnnotatedFigure(
    string Report,
    string Anchor,
    string Number,
    string Region,
    string Indicator,
    FigureAspect Aspect,
    FigureStatus Status,
    string Period,
    decimal Value,
    string Unit,
    bool IsOptional)
{
    public static IEnumerable<AnnotatedFigure> Load(string path) =>
        File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(cells => new AnnotatedFigure(
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            Enum.Parse<FigureAspect>(cells[5]),
            Enum.Parse<FigureStatus>(cells[6]),
            cells[7],
            decimal.Parse(cells[8], CultureInfo.InvariantCulture),
            cells[9],
            cells.Length > 12 && cells[12] == "yes"));

    /// <summary>Where the number starts in the report's text, sought from <paramref name="from"/> on.</summary>
    public int StartIn(string text, int from)
    {
        var part = "";
        foreach (var next in Anchor.Split('…'))
        {
            from = text.IndexOf(next, from + part.Length, StringComparison.Ordinal);
            from.ShouldBeGreaterThanOrEqualTo(0, $"{Report} hasn't {Anchor}");
            part = next;
        }
        return from + part.IndexOf(Number, StringComparison.Ordinal);
    }

    /// <summary>What of this figure reads differently; empty when nothing does.</summary>
    public IEnumerable<string> Differences(Figure figure)
    {
        if (figure.Value != Value && Math.Abs(figure.Value - Value) > 0.0001m)
            yield return $"value {figure.Value}≠{Value}";
        if (figure.Unit != Unit)
            yield return $"unit {figure.Unit}≠{Unit}";
        if (figure.Region != Region)
            yield return $"region {figure.Region}≠{Region}";
        if (figure.Aspect != Aspect)
            yield return $"aspect {figure.Aspect}≠{Aspect}";
        if (figure.Status != Status)
            yield return $"status {figure.Status}≠{Status}";
        if ((figure.Period?.ToString() ?? "") != Period && !(Period.Length == 0 && figure.Doubt is not null))
            yield return $"period {figure.Period}≠{Period}";
        if (!IndicatorComparison.Agrees(figure, Indicator))
            yield return $"indicator [{figure.Indicator ?? "-"}|{figure.Words}]≠{Indicator}";
    }
}
