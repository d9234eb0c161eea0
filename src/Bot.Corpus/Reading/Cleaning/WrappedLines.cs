using System.Buffers;
using System.Text;

namespace Bot.Corpus;

/// <summary>
/// Rejoins lines that a page or a scan cut in mid-sentence into paragraphs. Acts only on documents that show the habit: many
/// lines of like width that end in mid-sentence and none much wider.
/// </summary>
internal static class WrappedLines
{
    // Pages hold some 20 to 60 Chinese characters a line; what is wider was not wrapped.
    private const double NarrowestPage = 18;
    private const double WidestPage = 64;

    // Running text is wider than most headings; narrower lines tell nothing.
    private const double NarrowestLine = 14;

    // A line that was cut filled its page, or nearly: scans come as low as two thirds.
    private const double LeastFilled = 0.62;

    // A document that is not wrapped has lines without a full stop too (titles, headings), but few that wide.
    private const double LeastShareCut = 0.3;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，,、。；;");

    public static void Rejoin(Draft draft)
    {
        if (FullWidth(draft.Lines) is not { } full)
            return;
        var usesIndent = UsesIndent(draft.Lines);
        var joined = new List<DraftLine>();
        var text = new StringBuilder();
        var lastPart = "";
        foreach (var line in draft.Lines)
        {
            if (joined.Count > 0 && Continues(joined[^1], lastPart, line, full, usesIndent))
            {
                Append(text, line.Text);
                joined[^1] = joined[^1] with { Text = text.ToString() };
            }
            else
            {
                joined.Add(line);
                text.Clear().Append(line.Text);
            }
            lastPart = line.Text;
        }
        draft.Lines = joined;
    }

    /// <summary>From which width on a line counts as filled, or null when the document is not wrapped.</summary>
    private static double? FullWidth(List<DraftLine> lines)
    {
        var running = lines.Where(IsRunning).Select(l => (Width: LineShape.Width(l.Text) + l.Indent, l.Text)).Where(l => l.Width >= NarrowestLine).ToArray();
        if (running.Length < 3 || running.Count(l => l.Width > WidestPage) > running.Length * 0.05)
            return null;
        var page = running.Select(l => l.Width).Order().ElementAt(running.Length * 95 / 100);
        // A numbered line without a full stop may be a heading: it tells nothing of wrapping.
        var cut = running.Where(l => l.Width >= page * LeastFilled && !EndsClause(l.Text) && !LineShape.OpensNumbered(l.Text)).ToArray();
        if (page < NarrowestPage || cut.Length < 2 || cut.Length < running.Length * LeastShareCut || cut.Count(l => HoldsStops(l.Text)) < cut.Length * 0.5)
            return null;
        return cut.Select(l => l.Width).Order().ElementAt(cut.Length * 15 / 100) - 1;
    }

    // Lists of names and titles have no commas; sentences do.
    private static bool HoldsStops(string text) => text.AsSpan().IndexOfAny(Stops) >= 0;

    // Where paragraphs open indented, a line that is not indented continues one.
    private static bool UsesIndent(List<DraftLine> lines)
    {
        var running = lines.Where(IsRunning).ToArray();
        var indented = running.Count(l => l.Indent is >= 1 and <= 6);
        return indented >= 2 && indented <= running.Length * 0.8 && running.Count(l => l.Indent < 1) >= 2;
    }

    private static bool Continues(DraftLine above, string lastPart, DraftLine line, double full, bool usesIndent)
    {
        if (!IsRunning(above) || !IsRunning(line) || TailBlocks.IsMarker(line.Text))
            return false;
        if (line.AfterBlank || (usesIndent && line.Indent >= 1))
            return false;
        if (LineShape.OpensNumbered(line.Text) && (EndsClause(lastPart) || LineShape.Width(lastPart) < full))
            return false;
        if (usesIndent && HoldsStops(lastPart) && !EndsClause(lastPart))
            return true;
        if (LineShape.Width(lastPart) + (lastPart == above.Text ? above.Indent : 0) < full)
            return false;
        return !LineShape.EndsSentence(lastPart) || usesIndent;
    }

    private static bool IsRunning(DraftLine line) => line is { Kind: CleanLineKind.Text, OpensTail: false };

    private static bool EndsClause(string text) => LineShape.EndsSentence(text) || text[^1] is '；' or ';' or '：' or ':';

    // Words of the Latin alphabet need their space back; Chinese and numbers were cut without one.
    private static void Append(StringBuilder text, string next)
    {
        if (char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]))
            text.Append(' ');
        text.Append(next);
    }
}
