using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>The headings above the current line. Nests by style, and keeps its footing when a level is skipped or counting restarts.</summary>
internal sealed class SectionStack
{
    private readonly List<(LineHeading Heading, double Depth)> _open = [];
    private readonly HashSet<HeadingStyle> _seen = [];

    /// <summary>The open headings, outermost first.</summary>
    public ImmutableArray<string> Path => [.. _open.Select(o => o.Heading.Text)];

    /// <summary>Closes what the heading ends and opens it. Returns the path above it.</summary>
    public ImmutableArray<string> Open(LineHeading heading)
    {
        PassTable();
        var depth = DepthOf(heading);
        if (!GoesBelow(heading))
            CloseFrom(heading, ref depth);
        else if (_open.Count > 0)
            depth = _open[^1].Depth + 0.1;
        var above = Path;
        _open.Add((heading, depth));
        _seen.Add(heading.Style);
        return above;
    }

    /// <summary>
    /// A plain paragraph ends headings that stood inside an earlier one ("(五)优化环境。…" says nothing of the paragraph after it);
    /// an article (第三条) goes on until the next.
    /// </summary>
    public void Pass()
    {
        while (_open.Count > 0 && _open[^1].Heading is { IsWholeLine: false, Style: not HeadingStyle.Article })
            _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>A numbered line that is no heading ends the inline heading of the entry before it: 2.… is none of 1.…'s.</summary>
    public void PassEntry(HeadingMark mark)
    {
        if (_open.FindIndex(o => o.Heading is { IsWholeLine: false } && o.Heading.Style == mark.Style && o.Heading.Number != mark.Number) is >= 0 and var entry)
            _open.RemoveRange(entry, _open.Count - entry);
    }

    /// <summary>Ends a table's caption: what stands behind the rows is none of the table's.</summary>
    public void PassTable()
    {
        if (_open.Count > 0 && _open[^1].Heading.Style == HeadingStyle.Caption)
            _open.RemoveAt(_open.Count - 1);
    }

    private void CloseFrom(LineHeading heading, ref double depth)
    {
        if (heading.Style == HeadingStyle.Bare && heading.Level == 0)
            Pass();
        var same = _open.FindIndex(o => o.Heading.Style == heading.Style && o.Heading.Level == heading.Level);
        if (same >= 0)
        {
            depth = _open[same].Depth;
            _open.RemoveRange(same, _open.Count - same);
            return;
        }

        while (_open.Count > 0 && _open[^1].Depth >= depth)
            _open.RemoveAt(_open.Count - 1);
    }

    // "(一)" that first appears under a standing "1." is its subdivision, whatever the usual order.
    private bool GoesBelow(LineHeading heading) =>
        heading is { Style: HeadingStyle.ChineseInBrackets, Number: 1 } && !_seen.Contains(heading.Style)
        && _open.Count > 0 && _open[^1].Heading is { IsWholeLine: true, Style: HeadingStyle.Arabic };

    private double DepthOf(LineHeading heading) => heading switch
    {
        // Without a number, what the format says counts; h1 stands above 一、, h2 above (一), and so on.
        { Style: HeadingStyle.Bare, Level: > 0 } => heading.Level == 1 ? 0.5 : (double)HeadingStyle.Chinese + heading.Level - 2.5,
        { Style: HeadingStyle.Bare } => _open.Exists(o => o.Heading.IsWholeLine) ? (double)HeadingStyle.Bare : 0.2,
        _ => (double)heading.Style,
    };
}
