using System.Collections.Immutable;
using System.Text;

namespace Bot.Answers;

/// <summary>A chart as lines of text in a fixed-width font, for terminals and chats that draw nothing.</summary>
public static class TextChart
{
    /// <summary>Columns that fit a phone's chat window; a Chinese character takes two.</summary>
    public const int Width = 40;

    // Below this many columns bars tell nothing apart; they get a line of their own.
    private const int ShortestBar = 8;

    private const char Result = '█';
    private const char Target = '░';
    private const char Trace = '▏';
    private const char Axis = '│';

    /// <summary>Title, then the points of each series with their bars: no line wider than <see cref="Width"/>.</summary>
    public static ImmutableArray<string> Lines(Chart chart)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var unit = chart.Unit.Length == 0 ? "" : $"（{chart.Unit}）";
        lines.Add(Cut(chart.Title, Width - WidthOf(unit)) + unit);
        var points = chart.Series.SelectMany(s => s.Points).ToList();
        if (points.Count == 0)
            return lines.ToImmutable();
        var labels = points.Max(p => WidthOf(Label(p)));
        var values = points.Max(p => WidthOf(Value(p)));
        var room = Width - labels - values - 2;
        var isStacked = room < ShortestBar;
        var scale = new Scale(points.Select(p => p.Value), isStacked ? Width : room);
        foreach (var series in chart.Series)
        {
            if (chart.Series.Length > 1)
                lines.Add(Cut(series.Name));
            foreach (var point in series.Points)
            {
                if (!isStacked)
                {
                    lines.Add($"{Padded(Label(point), labels)} {Padded(scale.Bar(point), room)} {Value(point)}");
                    continue;
                }

                lines.Add(Cut($"{Label(point)} {Value(point)}"));
                lines.Add(scale.Bar(point));
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>Columns a text takes: two for Chinese characters and full-width marks, one for the rest.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff
            or >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0xffe0 and <= 0xffe6 or >= 0x1f300 => 2,
        _ => 1,
    };

    // A dash is one column in some fonts and two in others.
    private static string Label(ChartPoint point) => point.Label.Replace('—', '-');

    private static string Value(ChartPoint point) => $"{point.Written}[{point.Citation}]";

    private static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - WidthOf(text)));

    private static string Cut(string text, int most = Width)
    {
        if (WidthOf(text) <= most)
            return text;
        var kept = new StringBuilder();
        var width = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
            if (width > most)
                break;
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    /// <summary>Where zero stands and how long a bar is, so that lengths are to each other as the values.</summary>
    private readonly struct Scale
    {
        private readonly decimal _range;
        private readonly int _room;
        private readonly int _zero;
        private readonly bool _hasNegative;

        public Scale(IEnumerable<decimal> values, int width)
        {
            var all = values.ToList();
            var (low, high) = (Math.Min(0, all.Min()), Math.Max(0, all.Max()));
            _range = high - low;
            _hasNegative = low < 0;
            _room = _hasNegative ? width - 1 : width;
            _zero = _range == 0 ? 0 : (int)Math.Round(-low / _range * _room);
        }

        public string Bar(ChartPoint point)
        {
            var columns = _range == 0 ? 0 : (int)Math.Round(Math.Abs(point.Value) / _range * _room);
            columns = Math.Min(columns, point.Value < 0 ? _zero : _room - _zero);
            var glyph = point.Status == Corpus.FigureStatus.Target ? Target : Result;
            // What is too small for a column is still no nothing.
            var bar = columns > 0 ? new string(glyph, columns) : point.Value == 0 ? "" : Trace.ToString();
            if (!_hasNegative)
                return bar;
            if (point.Value >= 0)
                return new string(' ', _zero) + Axis + (bar.Length > _room - _zero ? "" : bar);
            return bar.Length > _zero ? Axis.ToString() : bar.PadLeft(_zero) + Axis;
        }
    }
}
