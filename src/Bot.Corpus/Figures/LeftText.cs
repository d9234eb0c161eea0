using System.Collections.Immutable;
using System.Text;

namespace Bot.Corpus;

/// <summary>The text between the number before and this one, times taken out, parted into its last clause and what leads to it.</summary>
internal sealed class LeftText
{
    private const string Breaks = "，,；;。：:！!？?\n";
    private const int LongestLook = 600;
    private readonly string _lead;
    private readonly string _sentence;

    /// <param name="from">Where the number before ended, or the sentence begins.</param>
    /// <param name="follows">True when a number stands before it in the sentence.</param>
    public LeftText(string text, int sentenceStart, int from, int end, ImmutableArray<TextSpan> times, bool follows)
    {
        var raw = WithoutTimes(text, from == sentenceStart ? AfterLabel(text, from, end) : from, end, times);
        var open = ClauseStart(raw);
        Clause = raw[open..];
        _lead = raw[..open];
        _sentence = text[Math.Max(sentenceStart, end - LongestLook)..end];
        IsSameClause = follows && open == 0;
    }

    public string Clause { get; }

    /// <summary>True when no comma parts it from the number before.</summary>
    public bool IsSameClause { get; }

    /// <summary>The last indicator that the clauses before name, null when none.</summary>
    public string? LastIndicator(IndicatorVocabulary vocabulary) =>
        vocabulary.Find(_lead) is [.., var last] ? _lead[last.Span.Start..last.Span.End] : null;

    /// <summary>The qualifiers and, where the sentence rests on provisional data, the words that say so.</summary>
    public ImmutableArray<string> Provisional(ImmutableArray<string> qualifiers) =>
        FigureLexicon.Default.First(_sentence, WordRoles.Provisional) is { At: >= 0 } found ? [.. qualifiers, found.Word] : qualifiers;

    private static string WithoutTimes(string text, int from, int end, ImmutableArray<TextSpan> times)
    {
        var kept = new StringBuilder();
        var at = from;
        foreach (var time in times)
        {
            if (time.Start < at || time.End > end)
                continue;
            kept.Append(text, at, time.Start - at);
            at = time.End;
        }
        return kept.Append(text, at, end - at).ToString();
    }

    // 5.新增…, (三)…: the number of the entry is no part of the clause.
    private static int AfterLabel(string text, int from, int end)
    {
        var at = from;
        while (at < end && (char.IsAsciiDigit(text[at]) || ChineseNumber.DigitOf(text[at]) >= 0 || text[at] is '十' or '(' or '（'))
            at++;
        return at > from && at < end && text[at] is '.' or '．' or '、' or ')' or '）' ? at + 1 : from;
    }

    // Commas inside brackets part nothing; a bracket left open opens a clause of its own.
    private static int ClauseStart(string raw)
    {
        var depth = 0;
        for (var i = raw.Length - 1; i >= 0; i--)
        {
            if (raw[i] is ')' or '）')
                depth++;
            else if (raw[i] is '(' or '（' && depth-- == 0)
                return i + 1;
            else if (depth == 0 && Breaks.Contains(raw[i], StringComparison.Ordinal))
                return i + 1;
        }
        return 0;
    }
}
