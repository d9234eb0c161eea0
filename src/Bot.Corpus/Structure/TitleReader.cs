using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Finds the report's own title among its first lines and mends it where it is cut, wrapped or doubled.</summary>
internal sealed class TitleReader(PartWords words)
{
    private const int FurthestLine = 12;
    private const int LongestTitle = 80;
    private const int LongestUntypical = 40;
    private const int LeastAfterColon = 6;
    private const int MostMissing = 15;
    private const string Untitled = "（无标题）";

    private static readonly char[] _siteSeparators = ['_', '|', '｜', '>', '»'];

    public FoundTitle Read(ImmutableArray<CleanLine> lines, string? pageTitle)
    {
        var pageTitles = Candidates(pageTitle);
        var at = IndexOfTitle(lines);
        if (at < 0)
            return new FoundTitle(pageTitles.Count > 0 ? pageTitles[0] : Untitled, lines, []);
        var (from, to) = (at, at + 1);
        if (at > 0 && StructurePatterns.Office.IsMatch(lines[at - 1].Text) && !lines[at].Text.Contains(lines[at - 1].Text, StringComparison.Ordinal))
            from--;
        if (to < lines.Length && IsUnfinished(lines[at].Text) && lines[to].Text.Length <= LongestTitle && HeadingMark.Of(lines[to].Text) is null)
            to++;
        var title = Mend(string.Concat(lines[from..to].Select(l => l.Text)), pageTitles);
        return WithoutRepeats(title, lines.RemoveRange(from, to - from));
    }

    private int IndexOfTitle(ImmutableArray<CleanLine> lines)
    {
        var untypical = -1;
        for (var i = 0; i < lines.Length && i < FurthestLine && lines[i].Text.Length <= LongestTitle; i++)
        {
            if (i > 0 && lines[i].Text[^1] == '。')
                break;
            if (!LooksLikeTitle(lines[i]))
                continue;
            if (words.IsTitle(lines[i].Text))
                return i;
            if (untypical < 0 && lines[i].Text.Length <= LongestUntypical && !StructurePatterns.Office.IsMatch(lines[i].Text))
                untypical = i;
        }

        return untypical;
    }

    private static bool LooksLikeTitle(CleanLine line) =>
        line.Kind != CleanLineKind.TableRow
        && line.Text.Length >= 4
        && !line.Text.AsSpan().ContainsAny("。；;")
        && (line.Text.IndexOfAny(['：', ':']) is var colon && (colon < 0 || line.Text.Length - colon > LeastAfterColon))
        && HeadingMark.Of(line.Text) is null or { Style: HeadingStyle.Bare }
        && !StructurePatterns.Day.IsMatch(line.Text)
        && !StructurePatterns.DocumentNumber.IsMatch(line.Text);

    private static bool IsUnfinished(string line) => line[^1] is '的' or '和' or '与' or '及' or '《' or '、' or '暨';

    // Site names stand around a page's title, parted by marks that titles don't hold.
    private List<string> Candidates(string? pageTitle) =>
        pageTitle is null
            ? []
            : [.. pageTitle.Split(_siteSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(p => p.Split([" - ", "--", " – ", " — "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .OrderByDescending(words.IsTitle)];

    private static string Mend(string title, List<string> pageTitles)
    {
        title = title.Trim().Trim('|', '｜', '_').Trim();
        for (var length = title.Length / 2; length >= 4; length--)
            if (title.EndsWith(title[..length], StringComparison.Ordinal) && string.IsNullOrWhiteSpace(title[length..^length]))
                return title[..length];
        return pageTitles.Find(p => p.Length > title.Length && p.Length <= title.Length + MostMissing
            && p.StartsWith(title, StringComparison.Ordinal)) ?? title;
    }

    private static FoundTitle WithoutRepeats(string title, ImmutableArray<CleanLine> lines)
    {
        var repeats = lines.Take(FurthestLine).TakeWhile(l => l.Text.Length <= LongestTitle).Where(l => l.Text == title).ToList();
        return new FoundTitle(
            title,
            lines.RemoveAll(repeats.Contains),
            [.. repeats.Select(r => new RemovedText(r.Number, r.Text, "标题重复"))]);
    }
}
