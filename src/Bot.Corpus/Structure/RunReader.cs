using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Finds the runs inside a paragraph (一是…。二是…。; 首先…; ①…) and names each sentence's run.</summary>
internal static class RunReader
{
    private const int LongestHeading = 30;
    private const int LatestStart = 8;

    private static readonly char[] _clauseEnds = ['，', ',', '：', ':'];

    /// <summary>For each sentence the heading of its run, or null outside runs.</summary>
    public static IReadOnlyList<string?> Read(string text, ImmutableArray<TextSpan> sentences)
    {
        var headings = new string?[sentences.Length];
        string? current = null;
        var number = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i].Of(text);
            if (MarkOf(sentence, number, isOwnNumber: i == 0 && !CountsOn(text, sentences)) is { } mark)
            {
                number = mark.Number > 0 ? mark.Number : number + 1;
                var before = current;
                current = HeadingOf(sentence[mark.End..]);
                // Most of a sentence that a run begins late in (…60亿元,打50三是…) still belongs to the run before.
                headings[i] = mark.End > LatestStart && before is not null ? before : current;
                continue;
            }

            headings[i] = current;
        }

        return headings;
    }

    /// <summary>True when the text goes on with a run of the paragraph before it.</summary>
    public static bool StartsRun(string text) => StructurePatterns.Run.IsMatch(text);

    private static (int Number, int End)? MarkOf(string sentence, int number, bool isOwnNumber)
    {
        var mark = StructurePatterns.Run.Match(sentence);
        // A paragraph's own number is no run: (一)加快…
        if (mark.Success && !(isOwnNumber && HeadingMark.Of(sentence) is not null))
            return (Number(FirstGroup(mark)), mark.Length);
        foreach (Match inside in StructurePatterns.RunInside.Matches(sentence))
            if (Number(FirstGroup(inside)) is var found && (found == number + 1 || found == 1))
                return (found, inside.Index + inside.Length);
        // 一是…。二是…。三健全…: the mark is damaged, the count goes on.
        if (number > 0 && StructurePatterns.RunWithoutMark.Match(sentence) is { Success: true } bare
            && Number(bare.Groups[1].Value) == number + 1)
            return (number + 1, bare.Length);
        return null;
    }

    // ①…；②…: the first mark is a run's where the next one follows in the same paragraph.
    private static bool CountsOn(string text, ImmutableArray<TextSpan> sentences)
    {
        var first = HeadingMark.Of(sentences[0].Of(text));
        return first is { Style: HeadingStyle.Circled or HeadingStyle.ArabicInBrackets } && sentences.Skip(1)
            .Any(s => HeadingMark.Of(s.Of(text)) is { } next && next.Style == first.Value.Style && next.Number == first.Value.Number + 1);
    }

    private static string? FirstGroup(Match match) => match.Groups.Values.Skip(1).FirstOrDefault(g => g.Success)?.Value;

    private static int Number(string? numeral) => numeral is null ? 0 : HeadingNumber.Read(numeral);

    private static string? HeadingOf(string rest)
    {
        var heading = rest.TrimEnd('。', '；', ';', '！', '!', '？', '?', ' ');
        if (heading.Length > LongestHeading && heading.IndexOfAny(_clauseEnds) is var comma and > 1)
            heading = heading[..comma];
        heading = heading.Trim();
        return heading.Length == 0 ? null : heading;
    }
}
