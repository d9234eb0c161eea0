using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Takes page numbers and running heads out, which would otherwise stand in the middle of sentences.</summary>
internal static partial class PageNumbers
{
    private const char PageBreak = '\f';

    // Heads and feet stand within this many lines of a page's edge.
    private const int EdgeLines = 2;

    /// <summary>— 3 —, - 3 -, 第3页, 第 3 页 共 12 页, Page 3 of 12, 3 / 12.</summary>
    [GeneratedRegex(@"^(([-—–·~]\s*){1,2}\d{1,4}(\s*[-—–·~]){1,2}|第\s?\d{1,4}\s?页\s*([,，/]?\s*[(（]?共\s?\d{1,4}\s?页[)）]?)?|page\s+\d{1,4}(\s+of\s+\d{1,4})?|\d{1,4}\s?/\s?\d{1,4})$", RegexOptions.IgnoreCase)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits { get; }

    public static void Drop(Draft draft)
    {
        var runningHeads = RunningHeads(draft.Lines);
        var bare = BarePageNumbers(draft.Lines);
        var kept = new List<DraftLine>();
        var atBreak = false;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            var breaks = line.Text.StartsWith(PageBreak);
            var text = line.Text.Trim(PageBreak).Trim();
            if (text.Length == 0 || Marked.IsMatch(text) || bare.Contains(i) || runningHeads.Contains(i))
            {
                draft.Remove(line.Number, text, runningHeads.Contains(i) ? "页眉或页脚" : "页码");
                atBreak = true;
                continue;
            }
            // A sentence runs on over the foot of a page; the white space there parts no paragraphs.
            kept.Add(line with { Text = text, AfterBlank = line.AfterBlank && !atBreak && !breaks });
            atBreak = false;
        }
        draft.Lines = kept;
    }

    // The first page may lack its head, so it is enough that three pages share a line, or all of two.
    private static HashSet<int> RunningHeads(List<DraftLine> lines)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => i == 0 || lines[i].Text.StartsWith(PageBreak)).Append(lines.Count).ToArray();
        var pages = starts.Length - 1;
        if (pages < 3)
            return [];
        var edges = Enumerable.Range(0, pages)
            .SelectMany(p => Enumerable.Range(starts[p], starts[p + 1] - starts[p])
                .Where(i => i < starts[p] + EdgeLines || i >= starts[p + 1] - EdgeLines)
                .Select(i => (Page: p, Index: i, Key: Digits.Replace(lines[i].Text.Trim(PageBreak).Trim(), "#"))));
        return [.. edges.Where(e => e.Key.Length > 0).GroupBy(e => e.Key)
            .Where(g => g.Select(e => e.Page).Distinct().Count() is var count && count >= 3 && count >= pages * 0.4)
            .SelectMany(g => g).Select(e => e.Index)];
    }

    // A lone number is a page's only where its like counts on through the document: 1, 2, 3.
    private static HashSet<int> BarePageNumbers(List<DraftLine> lines)
    {
        var found = Enumerable.Range(0, lines.Count)
            .Select(i => (Index: i, Text: lines[i].Text.Trim(PageBreak).Trim()))
            .Where(l => lines[l.Index].Kind == CleanLineKind.Text && Bare.IsMatch(l.Text))
            .Select(l => (l.Index, Value: int.Parse(l.Text, CultureInfo.InvariantCulture)))
            .ToArray();
        var counts = found.Length >= 2 && found.Zip(found.Skip(1)).All(p => p.Second.Value == p.First.Value + 1 && p.Second.Index > p.First.Index + 3);
        return counts ? [.. found.Select(f => f.Index)] : [];
    }
}
