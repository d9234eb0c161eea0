using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Channels;

/// <summary>
/// Cuts text that is too long for one message where a reader would pause: at a paragraph, a line, the end of a sentence; and where
/// there is none, still never inside a character, nor between a figure and the marker [n] at the end of its clause.
/// </summary>
internal static partial class TextSplitter
{
    /// <summary>No platform's limit is lower, and any character of ordinary text fits in.</summary>
    public const int LeastLimit = 16;

    // Looked at beyond the limit, to see what a cut would tear: a character of several parts, a figure and the marker that stands
    // later in its sentence.
    private const int LookAhead = 300;

    // Best first. How far into the piece such a cut must lie at least, so that pieces are not all too short.
    private static readonly double[] LeastFill = [0.5, 0.5, 0.3, 0.3, 0.3, 0.5, 0, 0.3, 0, 0];

    private enum CutKind
    {
        Paragraph,
        Line,
        Sentence,
        Marker,
        Clause,
        Space,
        Character,

        /// <summary>Between a figure and the marker later in its sentence: at the end of a clause, or else not within the figure.</summary>
        PartedClause,
        Parted,
        Torn,
    }

    /// <summary>The pieces in order, none longer than <paramref name="limit"/>; only white space at the cuts is left out.</summary>
    /// <param name="limit">At least <see cref="LeastLimit"/>.</param>
    public static ImmutableArray<string> Split(string text, int limit, TextMeasure measure)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, LeastLimit);
        var pieces = ImmutableArray.CreateBuilder<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var cut = CutOf(rest, limit, measure);
            pieces.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        return pieces.ToImmutable();
    }

    /// <summary>Where the first piece of a text without white space at its start ends.</summary>
    public static int CutOf(string text, int limit, TextMeasure measure)
    {
        var end = measure.Fit(text, 0, limit);
        if (end == text.Length)
            return end;
        var seen = text[..Math.Min(text.Length, end + LookAhead)];
        var (figures, sentences) = (InsideOf(FigureWithMarker(), seen), InsideOf(FigureToMarker(), seen));
        var best = new int[LeastFill.Length];
        for (var at = 0; (at += StringInfo.GetNextTextElementLength(seen, at)) <= end && at < seen.Length;)
        {
            var kind = (int)KindOf(seen, at, figures, sentences);
            if (at >= LeastFill[kind] * end)
                best[kind] = at;
        }
        // A single character longer than a whole piece is torn between its parts.
        return best.FirstOrDefault(at => at > 0) is var cut and > 0 ? cut : end;
    }

    /// <summary>The longest beginning that ends where a reader would pause and has no figure whose marker is left out; perhaps empty.</summary>
    public static string BeginningOf(string text, int limit, TextMeasure measure)
    {
        var cut = CutOf(text, limit, measure);
        var seen = text[..Math.Min(text.Length, cut + LookAhead)];
        var parted = FigureToMarker().Matches(seen).FirstOrDefault(m => IsInside(m, cut));
        return text[..(parted?.Index ?? cut)].TrimEnd();
    }

    private static bool IsInside(Match match, int at) => match.Index < at && at < match.Index + match.Length;

    // True where a cut would fall into a match.
    private static bool[] InsideOf(Regex pattern, string text)
    {
        var inside = new bool[text.Length + 1];
        foreach (var match in pattern.EnumerateMatches(text))
            inside.AsSpan(match.Index + 1, match.Length - 1).Fill(true);
        return inside;
    }

    private static CutKind KindOf(string text, int at, bool[] figures, bool[] sentences)
    {
        if (text[at - 1] == '\n')
            return at > 1 && text[at - 2] == '\n' ? CutKind.Paragraph : CutKind.Line;
        if (figures[at] || IsInWord(text[at - 1], text[at]))
            return CutKind.Torn;
        if (!char.IsLetterOrDigit(text[at]) && Continuation().IsMatch(text, at))
            return CutKind.Torn;
        var isClauseEnd = text[at - 1] is '，' or '、' or '：' or ',' or ':';
        if (sentences[at])
            return isClauseEnd ? CutKind.PartedClause : CutKind.Parted;
        if (!char.IsLetterOrDigit(text[at - 1]) && SentenceEnd().IsMatch(text[Math.Max(0, at - 24)..at]))
            return CutKind.Sentence;
        if (text[at - 1] == '.' && char.IsWhiteSpace(text[at]))
            return CutKind.Sentence;
        if (text[at - 1] == ']')
            return CutKind.Marker;
        if (isClauseEnd)
            return CutKind.Clause;
        return char.IsWhiteSpace(text[at - 1]) ? CutKind.Space : CutKind.Character;
    }

    private static bool IsInWord(char before, char after) => IsWord(after) && (IsWord(before) || before is '.' or ',' or '-');

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '０' and <= '９';

    // 139.69亿元[1][2]: the figure, its unit, its markers.
    [GeneratedRegex(@"[0-9０-９][0-9０-９.．,]*[^\s\[\]，。！？；、]{0,16}(?:\s?\[\d{1,3}\])+")]
    private static partial Regex FigureWithMarker();

    // 62.4亿元，占比重2.31%[1]: from the first figure of a sentence to the marker that holds for it.
    [GeneratedRegex(@"[0-9０-９](?:[^\[\]。！？；!?;…\n.]|\.(?!\s|$))*(?:\s?\[\d{1,3}\])+")]
    private static partial Regex FigureToMarker();

    // What can't open a piece: a marker, a mark that ends or closes.
    [GeneratedRegex(@"\G\s?(?:\[\d{1,3}\]|[。！？；，、：,.!?;:…”’」』）》)%％])")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"[。！？；!?;…][”’」』）》)""]*(?:\[\d{1,3}\])*\s*$")]
    private static partial Regex SentenceEnd();
}
