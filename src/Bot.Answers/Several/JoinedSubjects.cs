using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Several;

/// <summary>
/// Takes apart one question about several things (高企和发明专利授权量分别多少) into one about each. Only names the vocabulary
/// knows are taken apart: 产学研合作 and 创造和运用 are one thing each.
/// </summary>
internal static partial class JoinedSubjects
{
    // A name with what belongs to it is no longer than this on either side.
    private const int Reach = 14;

    public static ImmutableArray<string> Split(string ask, QuestionReading reading)
    {
        if (!reading.AsksNumber || reading.Kind is QuestionKind.Comparison)
            return [ask];
        var joiners = Joiner().Matches(ask).Where(m => !Inside(ask, m.Index)).ToList();
        // A run of names: each joiner has a known one on both sides.
        var names = new List<TextSpan>();
        foreach (var joiner in joiners)
        {
            if (NameBefore(ask, joiner.Index, names, reading.Terms) is not { } left
                || NameAfter(ask, joiner.Index + joiner.Length, reading.Terms) is not { } right)
                continue;
            if (names.Count == 0 || names[^1] != left)
                names.Add(left);
            names.Add(right);
        }

        if (names.Count < 2)
            names = Listed(ask, reading);
        return names.Count < 2 ? [ask] : [.. names.Select(own => Without(ask, names, own))];
    }

    // 实用新型、外观设计各多少: the asker says that they are several, so the names need not be known.
    private static List<TextSpan> Listed(string ask, QuestionReading reading)
    {
        var each = Each().Match(ask);
        if (!each.Success || ask.Length != reading.Folded.Length)
            return [];
        var (_, years) = YearReader.Read(reading.Folded);
        var before = reading.Regions.Select(r => r.Span).Concat(years).Where(s => s.End < each.Index).ToList();
        var (start, end) = (0, each.Index);
        foreach (var span in before.OrderByDescending(s => s.Start))
        {
            // A year may stand behind the names as well as before them.
            if (span.End >= end - 1)
                end = span.Start;
            else
                start = Math.Max(start, span.End);
        }

        var names = new List<TextSpan>();
        foreach (var joiner in Joiner().Matches(ask).Where(m => m.Index >= start && m.Index < end))
        {
            names.Add(new TextSpan(start, joiner.Index));
            start = joiner.Index + joiner.Length;
        }

        names.Add(new TextSpan(start, Math.Max(start, end)));
        return names.TrueForAll(n => n.Length is >= 2 and <= Reach) ? names : [];
    }

    private static TextSpan? NameBefore(string ask, int joiner, List<TextSpan> names, ImmutableArray<TopicTerm> terms)
    {
        if (names.Count > 0 && names[^1].End == joiner)
            return names[^1];
        var known = Known(terms).Where(t => t.End <= joiner && joiner - t.End <= Reach && !ask[t.End..joiner].Contains(',', StringComparison.Ordinal))
            .OrderBy(t => t.Start)
            .LastOrDefault();
        if (known == default || Ends().IsMatch(ask[known.End..joiner]))
            return null;
        var level = LevelBefore().Match(ask[..known.Start]);
        return new TextSpan(level.Success ? level.Index : known.Start, joiner);
    }

    private static TextSpan? NameAfter(string ask, int start, ImmutableArray<TopicTerm> terms)
    {
        var known = Known(terms).Where(t => t.Start >= start && t.Start - start <= Reach).OrderBy(t => t.Start).FirstOrDefault();
        if (known == default || Ends().IsMatch(ask[start..known.Start]))
            return null;
        var rest = Ends().Match(ask, known.End);
        return new TextSpan(start, rest.Success ? rest.Index : ask.Length);
    }

    private static IEnumerable<TextSpan> Known(ImmutableArray<TopicTerm> terms) => terms
        .Where(t => t is { IsKnown: true, Weight: >= 1, At: >= 0 })
        .Select(t => new TextSpan(t.At, t.At + t.Words[0].Length));

    // The question with the other names, and the joiners between them, taken out.
    private static string Without(string ask, List<TextSpan> names, TextSpan own)
    {
        var kept = ask.ToCharArray();
        foreach (var name in names.Where(n => n != own))
            Array.Fill(kept, ' ', name.Start, name.Length);
        foreach (var (left, right) in names.Zip(names.Skip(1)))
            Array.Fill(kept, ' ', left.End, right.Start - left.End);
        return Gaps().Replace(new string(kept), "").Trim();
    }

    private static bool Inside(string ask, int at) =>
        ask[..at].Count(c => c is '(' or '“' or '《') > ask[..at].Count(c => c is ')' or '”' or '》');

    [GeneratedRegex(@"以及|还有|和|与|及|跟|、|,|\band\b", RegexOptions.IgnoreCase)]
    private static partial Regex Joiner();

    [GeneratedRegex("分别|各(?!市|地|区|县|类|级|项|种)")]
    private static partial Regex Each();

    // Where a name ends and what is asked of all of them begins.
    [GeneratedRegex(@"分别|各|是|有|多少|几|目标|计划|呢|要|达|的|[0-9?,。、]|以及|还有|和|与|及|跟|\b(and|did|does|do|was|were|is|are|in|of|for|target|by)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    [GeneratedRegex("(国家级|省级|市级|县级|区级|国家|省|市)$")]
    private static partial Regex LevelBefore();

    [GeneratedRegex("(?<=[^a-z]) +(?=[^a-z])| {2,}")]
    private static partial Regex Gaps();
}
