using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Composing;
using Bot.Answers.Grounding;

namespace Bot.Answers.Several;

/// <summary>Joins answers to one: lines in the order asked, citations numbered anew, nothing said twice.</summary>
internal sealed class AnswerJoiner
{
    // Two parts of one sentence that are no further apart are quoted as one.
    private const int Apart = 60;

    private readonly List<string> _lines = [];
    private readonly List<Citation> _citations = [];
    private readonly List<ComputedNumber> _computed = [];
    private readonly List<AnswerFigure> _figures = [];
    private Chart? _chart;

    public AnswerJoiner Add(Answer answer)
    {
        var numbers = answer.Citations.ToDictionary(c => c.Number, NumberOf);
        foreach (var line in answer.Text.Split('\n'))
            AddLine(Coverage.Marker().Replace(line, m => $"[{Number(numbers[int.Parse(m.Value.AsSpan(1, m.Length - 2), CultureInfo.InvariantCulture)])}]"));
        _computed.AddRange(answer.Computed.Except(_computed));
        foreach (var figure in answer.Figures.Where(f => !_figures.Any(known => known.Figure == f.Figure)))
            _figures.Add(figure with { Citation = numbers[figure.Citation] });
        _chart ??= answer.Chart;
        return this;
    }

    /// <summary>A line that cites nothing; <paramref name="computed"/> are the numbers in it that were reckoned.</summary>
    public AnswerJoiner Add(string line, ImmutableArray<ComputedNumber> computed = default)
    {
        if (!computed.IsDefault)
            _computed.AddRange(computed.Except(_computed));
        if (!_lines.Contains(line))
            _lines.Add(PersonalData.Mask(line));
        return this;
    }

    public Answer Joined() => new Answer.Answered(
        Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture),
        string.Join('\n', _lines).Trim(),
        AnswerMode.Extractive,
        [.. _citations],
        [.. _computed],
        [.. _figures],
        [])
    {
        Chart = _chart,
    };

    private int NumberOf(Citation citation)
    {
        var known = _citations.FindIndex(c =>
            c.Report == citation.Report && c.Paragraph == citation.Paragraph && c.Quote == citation.Quote);
        if (known >= 0)
            return known + 1;
        _citations.Add(citation with { Number = _citations.Count + 1 });
        return _citations.Count;
    }

    private void AddLine(string line)
    {
        var body = Coverage.Body(line);
        if (!Coverage.Marker().IsMatch(line) || line.StartsWith('|'))
        {
            // Rows and rules of tables may well be alike.
            if (line.StartsWith('|') || line.Length == 0 || !_lines.Contains(line))
                _lines.Add(line);
            return;
        }

        var marker = Coverage.Marker().Match(line).Value;
        var same = _lines.FindIndex(l => Coverage.Marker().Matches(l) is [{ Value: var only }] && only == marker && !l.StartsWith('|'));
        if (same >= 0 && Coverage.Body(_lines[same]).Contains(body, StringComparison.Ordinal))
            return;
        if (same >= 0 && Coverage.Marker().Count(line) == 1 && Extended(_lines[same], body, marker) is { } longer)
            _lines[same] = longer;
        else
            _lines.Add(line);
    }

    // 总数达731家 and 净增96家 of one sentence are quoted together, with what stands between them.
    private string? Extended(string line, string body, string marker)
    {
        var quote = _citations[int.Parse(marker.AsSpan(1, marker.Length - 2), CultureInfo.InvariantCulture) - 1].Quote;
        var before = Coverage.Body(line);
        var (a, b) = (quote.IndexOf(before, StringComparison.Ordinal), quote.IndexOf(body, StringComparison.Ordinal));
        if (a < 0 || b < 0)
            return null;
        var (start, end) = (Math.Min(a, b), Math.Max(a + before.Length, b + body.Length));
        return end - start - before.Length - body.Length > Apart
            ? null
            : line.Replace(before, quote[start..end], StringComparison.Ordinal);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
