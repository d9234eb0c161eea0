using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>One sentence as the model wrote it, parted at its markers.</summary>
/// <param name="Lead">Line break and list mark before it, in the answer's own form.</param>
/// <param name="Text">Without markers, for reading; its end mark left out.</param>
/// <param name="End">The end mark; empty when it has none.</param>
internal sealed partial record DraftSentence(string Lead, string Text, string End, ImmutableArray<Segment> Segments)
{
    private const string Ends = "。！？!?；;.：:";

    /// <summary>What an English sentence says, in Chinese; null for one in Chinese.</summary>
    public string? Meaning { get; init; }

    /// <summary>The words to hold against Chinese ones.</summary>
    public string Said => Meaning ?? Text;

    public bool IsCited => Segments.Any(s => !s.Cited.IsEmpty);

    public ImmutableArray<Source> Cited => [.. Segments.SelectMany(s => s.Cited).Distinct()];

    /// <summary>Invented markers are dropped here: they lead nowhere.</summary>
    public static DraftSentence Parse(string raw, IReadOnlyDictionary<int, Source> sources)
    {
        var clean = Clean(raw);
        var isLine = clean.Length > 0 && clean[0] == '\n';
        var body = clean.Trim();
        var bullet = Bullet().Match(body);
        body = body[bullet.Length..].Replace("**", "", StringComparison.Ordinal);
        var lead = (isLine ? "\n" : "") + (bullet.Length > 0 ? "- " : "");

        var segments = ImmutableArray.CreateBuilder<Segment>();
        var from = 0;
        foreach (Match marker in Marker().Matches(body))
        {
            var text = body[from..marker.Index];
            from = marker.Index + marker.Length;
            ImmutableArray<Source> cited = [.. Numbers(marker.Value).Where(sources.ContainsKey).Select(n => sources[n])];
            // A marker right behind another, or behind the end mark, belongs to the same words.
            if (segments.Count > 0 && text.Trim().Trim(Ends.ToCharArray()).Length == 0)
                segments[^1] = segments[^1] with { Text = segments[^1].Text + text, Cited = segments[^1].Cited.AddRange(cited.Except(segments[^1].Cited)) };
            else
                segments.Add(new(text, cited));
        }
        var rest = body[from..];
        if (rest.Trim().Trim(Ends.ToCharArray()).Length > 0)
            segments.Add(new(rest, []));
        else if (segments.Count > 0)
            segments[^1] = segments[^1] with { Text = segments[^1].Text + rest };
        // Words behind the last marker, or behind an invented one, belong to the marker nearest before or after.
        var joined = Join(segments);
        var end = joined.Length > 0 && joined[^1].Text.TrimEnd() is { Length: > 0 } last && Ends.Contains(last[^1], StringComparison.Ordinal) ? last[^1].ToString() : "";
        if (end.Length > 0)
            joined = joined.SetItem(joined.Length - 1, joined[^1] with { Text = joined[^1].Text.TrimEnd().TrimEnd(Ends.ToCharArray()) });
        return new(lead, string.Concat(joined.Select(s => s.Text)), end, joined);
    }

    /// <summary>As it is shown.</summary>
    /// <param name="mark">The marker of a source.</param>
    public string Write(Func<DraftSentence, Source, string> mark)
    {
        var text = new StringBuilder(Lead);
        foreach (var segment in Segments)
        {
            text.Append(segment.Text.TrimEnd());
            foreach (var source in segment.Cited)
                text.Append(mark(this, source));
        }
        return text.Append(End is not ("" or ";" or "；" or ".") ? End : Meaning is null ? "。" : ".").ToString();
    }

    // What can't be seen must not part the digits of a number.
    private static string Clean(string raw) => new([.. raw.Where(c => c == '\n' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))]);

    private static ImmutableArray<Segment> Join(ImmutableArray<Segment>.Builder parts)
    {
        var joined = new List<Segment>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && (joined[^1].Cited.IsEmpty || part.Cited.IsEmpty))
                joined[^1] = new(joined[^1].Text + part.Text, joined[^1].Cited.IsEmpty ? part.Cited : joined[^1].Cited);
            else
                joined.Add(part);
        }
        return [.. joined];
    }

    private static IEnumerable<int> Numbers(string marker)
    {
        foreach (Match range in Range().Matches(HalfWidthDigits(marker)))
        {
            var first = int.Parse(range.Groups["from"].Value, CultureInfo.InvariantCulture);
            var last = range.Groups["to"].Success ? int.Parse(range.Groups["to"].Value, CultureInfo.InvariantCulture) : first;
            for (var n = first; n <= Math.Min(last, first + 20); n++)
                yield return n;
        }
    }

    private static string HalfWidthDigits(string text) => TextFolding.Fold(text);

    [GeneratedRegex(@"[\[［【〔]\s*\^?(?:资料|来源|出处|段落)?\s*[\d０-９]{1,3}(?:\s*[,，、;；\-–—~～]\s*[\d０-９]{1,3})*\s*[\]］】〕]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<from>\d+)(?:\s*[-~]\s*(?<to>\d+))?")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?:[-*•·]\s+|[-•·](?=\p{IsCJKUnifiedIdeographs})|\d{1,2}[.、)）]\s*(?!\d)|[（(]\d{1,2}[)）]\s*)")]
    private static partial Regex Bullet();
}
