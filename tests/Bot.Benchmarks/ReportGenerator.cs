using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Corpus;

namespace Bot.Benchmarks;

/// <summary>
/// Makes reports that look, to an index, like real ones: words of two to four characters whose frequencies fall as in
/// language (Zipf), regions, years and figures. The same seed gives the same reports and questions.
/// </summary>
internal sealed class ReportGenerator
{
    private const int Words = 8000;
    private const int Characters = 2500;
    private const int ParagraphsPerReport = 80;

    private static readonly string[] Units = ["家", "亿元", "项", "%", "人", "件", "个百分点"];
    private static readonly string[] Prefixes = ["", "全市", "全年", "新增", "累计"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _cumulative;
    private readonly string[] _regions;
    private readonly string[] _indicators = [.. IndicatorVocabulary.Default.Indicators.Select(i => i.Name)];
    private readonly List<string> _remembered = [];
    private int _reports;

    public ReportGenerator(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, Words).Select(_ => Word(2 + _random.Next(10) / 5 + _random.Next(10) / 8))];
        _regions = [.. Enumerable.Range(0, 300).Select(_ => Word(2) + "市")];
        _cumulative = new double[Words];
        for (var i = 0; i < Words; i++)
            _cumulative[i] = (i == 0 ? 0 : _cumulative[i - 1]) + 1.0 / (i + 3);
    }

    public Report Next()
    {
        var region = _regions[_random.Next(_regions.Length)];
        var year = 2010 + _random.Next(15);
        var title = string.Create(CultureInfo.InvariantCulture, $"{region}{year}年科技工作总结和下一年工作思路");
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(ParagraphsPerReport);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        ImmutableArray<string> section = [];
        for (int number = 1, start = 0; number <= ParagraphsPerReport; number++)
        {
            var part = number > ParagraphsPerReport * 2 / 3 ? ReportPart.Plan : ReportPart.Summary;
            if (number % 8 == 1)
                section = [$"（{number / 8 + 1}）{Zipf()}{Zipf()}{Zipf()}"];
            var paragraph = Body(number, start, section, part, region, year);
            paragraphs.Add(paragraph);
            figures.AddRange(Figures(paragraph, region, year));
            start = paragraph.Span.End + 1;
        }
        return new Report(
            new ReportId(string.Create(CultureInfo.InvariantCulture, $"{_reports++:D6}_{region}")),
            string.Create(CultureInfo.InvariantCulture, $"{_reports:x64}"),
            new ReportMetadata(title, region, null, null, year, year + 1, null, null, null, null),
            paragraphs.ToImmutable(), figures.DrainToImmutable(), [], []);
    }

    /// <summary>A region, a year and some words that stand together in one of the reports made so far.</summary>
    public string Question()
    {
        var sentence = _remembered[_random.Next(_remembered.Count)];
        var length = Math.Min(sentence.Length, 6 + _random.Next(10));
        var start = _random.Next(sentence.Length - length + 1);
        return string.Create(
            CultureInfo.InvariantCulture, $"{_regions[_random.Next(_regions.Length)]}{2010 + _random.Next(15)}年{sentence.AsSpan(start, length)}");
    }

    /// <summary>A region and an indicator, as figures are looked up by.</summary>
    public (string Region, string Indicator) Lookup() => (_regions[_random.Next(_regions.Length)], Any(_indicators));

    /// <summary>A word that may stand in an indicator.</summary>
    public string IndicatorWord() => _words[_random.Next(Words)];

    private Paragraph Body(int number, int start, ImmutableArray<string> section, ReportPart part, string region, int year)
    {
        var text = new StringBuilder();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (var count = 1 + _random.Next(6); count > 0; count--)
        {
            var from = text.Length;
            AppendSentence(text, region, year);
            sentences.Add(new Sentence(new TextSpan(from, text.Length), null, part, [year]));
            if (_random.Next(200) == 0)
                _remembered.Add(text.ToString(from, text.Length - from));
        }
        return new Paragraph(
            number, ParagraphKind.Body, text.ToString(), new TextSpan(start, start + text.Length), section, part, [year], sentences.ToImmutable());
    }

    private void AppendSentence(StringBuilder text, string region, int year)
    {
        if (_random.Next(6) == 0)
            text.Append(CultureInfo.InvariantCulture, $"{year}年{region}");
        for (var clauses = 1 + _random.Next(3); clauses > 0; clauses--)
        {
            for (var words = 3 + _random.Next(5); words > 0; words--)
                text.Append(Zipf());
            if (_random.Next(3) == 0)
                text.Append(CultureInfo.InvariantCulture, $"{_random.Next(1, 2000)}{(_random.Next(3) == 0 ? "." + _random.Next(1, 100) : "")}{Units[_random.Next(Units.Length)]}");
            text.Append(clauses == 1 ? '。' : '，');
        }
    }

    // Half of them of indicators that the vocabulary knows, in one of a few writings; the others by their own words.
    private IEnumerable<Figure> Figures(Paragraph paragraph, string region, int year)
    {
        foreach (var number in NumberScanner.Scan(paragraph.Text).Where(n => n.Kind is NumberKind.Quantity or NumberKind.PerCent))
        {
            var sentence = paragraph.Sentences.First(s => s.Span.Contains(number.Span)).Span.Shift(paragraph.Span.Start);
            var isPlan = paragraph.Part == ReportPart.Plan;
            var indicator = _random.Next(2) == 0 ? Any(_indicators) : null;
            yield return new Figure(
                paragraph.Number, number.Span.Shift(paragraph.Span.Start), sentence, region, indicator,
                indicator is null ? Zipf() + Zipf() : Any(Prefixes) + indicator, Period.OfYear(isPlan ? year + 1 : year), number.Value,
                number.Kind == NumberKind.PerCent ? "%" : "家", null, isPlan ? FigureStatus.Target : FigureStatus.Achieved,
                (FigureAspect)_random.Next(5), null, indicator is null && _random.Next(2) == 0 ? "指标不明" : null);
        }
    }

    private T Any<T>(T[] values) => values[_random.Next(values.Length)];

    private string Zipf()
    {
        var found = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return _words[found < 0 ? Math.Min(~found, Words - 1) : found];
    }

    // Characters too are unequal: the square favours the first ones.
    private string Word(int length) => string.Concat(Enumerable.Range(0, length).Select(_ =>
    {
        var x = _random.NextDouble();
        return (char)(0x4e00 + (int)(x * x * Characters) * 7 % 20_000);
    }));
}
