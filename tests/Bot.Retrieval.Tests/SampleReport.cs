using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Corpus;

namespace Bot.Retrieval.Tests;

/// <summary>Makes small reports by hand: a title, headings, and paragraphs whose sentences end at 。 or ；.</summary>
internal sealed class SampleReport(string id, string title = "绍兴市2019年科技工作总结")
{
    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Measure> _measures = [];
    private ImmutableArray<string> _section = [];
    private int _start;

    public SampleReport Heading(string text)
    {
        _section = [];
        Add(text, ParagraphKind.Heading, ReportPart.Unknown);
        _section = [text];
        return this;
    }

    public SampleReport Body(string text, ReportPart part = ReportPart.Summary)
    {
        Add(text, ParagraphKind.Body, part);
        return this;
    }

    /// <summary>Adds a figure found in the last paragraph.</summary>
    public SampleReport Figure(string number, decimal value, string unit)
    {
        var paragraph = _paragraphs[^1];
        var at = paragraph.Text.IndexOf(number, StringComparison.Ordinal) + paragraph.Span.Start;
        _figures.Add(new Figure(
            paragraph.Number, new TextSpan(at, at + number.Length), paragraph.Span, "绍兴市", "高新技术企业", "高新技术企业",
            new Period(2019, 2019, 1, 11), value, unit, "约", FigureStatus.Achieved, FigureAspect.New, null, null));
        return this;
    }

    /// <summary>Changes what the last figure means.</summary>
    public SampleReport Meaning(Func<Figure, Figure> change)
    {
        _figures[^1] = change(_figures[^1]);
        return this;
    }

    /// <summary>Adds a measure that the last paragraph sets.</summary>
    public SampleReport Measure(string name, Func<Measure, Measure>? change = null)
    {
        var measure = new Measure(
            _measures.Count + 1, name, Instrument.Grant, MeasureStanding.Rule, _paragraphs[^1].Span, [_paragraphs[^1].Number], null, [], [], [], null,
            "绍兴市", "市科技局", null, Validity.NotWritten, null);
        _measures.Add(change?.Invoke(measure) ?? measure);
        return this;
    }

    /// <summary>Where words last stand in what was added so far.</summary>
    public TextSpan SpanOf(string words)
    {
        var paragraph = _paragraphs.Last(p => p.Text.Contains(words, StringComparison.Ordinal));
        var at = paragraph.Span.Start + paragraph.Text.LastIndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }

    public Report ToReport() => ToReport(metadata => metadata);

    public Report ToReport(Func<ReportMetadata, ReportMetadata> change) => new(
        new ReportId(id),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_paragraphs.Select(p => p.Text))))),
        change(new(title, "绍兴市", null, "市科技局", 2019, 2020, new DateOnly(2020, 2, 6), null, "绍科〔2020〕1号", new Uri("https://example.org/a"))),
        [.. _paragraphs],
        [.. _figures],
        [new RemovedText(3, "打印本页", "页面按钮")],
        ["编码是猜的"])
    {
        Measures = [.. _measures],
    };

    public static Report Of(string id, params ReadOnlySpan<string> paragraphs)
    {
        var report = new SampleReport(id);
        foreach (var paragraph in paragraphs)
            report.Body(paragraph);
        return report.ToReport();
    }

    public static ImmutableArray<Sentence> SentencesOf(string text, ReportPart part = ReportPart.Summary)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.AsSpan(start).IndexOfAny('。', '；') is >= 0 and var found ? start + found + 1 : text.Length;
            sentences.Add(new Sentence(new TextSpan(start, end), null, part, [2019]));
        }
        return sentences.ToImmutable();
    }

    private void Add(string text, ParagraphKind kind, ReportPart part)
    {
        _paragraphs.Add(new Paragraph(
            _paragraphs.Count + 1, kind, text, new TextSpan(_start, _start + text.Length), _section, part, [2019], SentencesOf(text, part)));
        _start += text.Length + 1;
    }
}
