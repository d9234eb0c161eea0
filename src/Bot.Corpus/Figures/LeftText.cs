using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>The text between the number before and this one, times taken out, parted into its last clause and what leads to it.</summary>
internal sealed partial class LeftText
{
    private const string Breaks = "，,；;。：:！!？?\n";
    private const int LongestLook = 600;
    private readonly string _lead;
    private readonly string _sentence;
    private readonly string _raw;

    /// <param name="from">Where the number before ended, or the sentence begins.</param>
    /// <param name="follows">True when a number stands before it in the sentence.</param>
    public LeftText(string text, int sentenceStart, int from, int end, ImmutableArray<TextSpan> times, bool follows)
    {
        var raw = WithoutTimes(text, from == sentenceStart ? AfterLabel(text, from, end) : from, end, times);
        var open = ClauseStart(raw);
        Clause = raw[open..];
        _lead = raw[..open];
        _raw = raw;
        _sentence = text[Math.Max(sentenceStart, end - LongestLook)..end];
        IsSameClause = follows && open == 0;
    }

    public string Clause { get; }

    /// <summary>True when no comma parts it from the number before.</summary>
    public bool IsSameClause { get; }

    /// <summary>True when clauses without a number stand between the number before and this clause.</summary>
    public bool HasLead => Clauses().Any();

    /// <summary>Opened by 其中.</summary>
    public bool IsPart => Clause.TrimStart().StartsWith("其中", StringComparison.Ordinal)
        || _lead.AsSpan().TrimEnd(Breaks).TrimEnd().EndsWith("其中", StringComparison.Ordinal);

    /// <summary>Only 、 or 和 parts it from the number before.</summary>
    public bool IsListed => IsSameClause && _raw.TrimStart() is ['、' or '和' or '及', ..];

    /// <summary>The clause before, which has no number; empty when there is none.</summary>
    public string ClauseBefore => Clauses().LastOrDefault() ?? "";

    /// <summary>建设科创大厦，总投资…: what the clause before did something to; null when it did to nothing.</summary>
    public Subject? LeadObject(SubjectReader subjects)
    {
        var noun = ClauseBefore;
        var verb = "";
        while (FigureLexicon.Default.At(noun, 0, WordRoles.Verb | WordRoles.Lead | WordRoles.New) is { Length: > 0 } word && word.Length < noun.Length)
        {
            verb += (FigureLexicon.Default.RolesOf(word) & WordRoles.Verb) != 0 ? word : "";
            noun = noun[word.Length..];
        }
        return verb.Length > 0 && noun.Length is > 2 and <= 20 ? subjects.Read(noun, "") : null;
    }

    // 其中 alone is none.
    private IEnumerable<string> Clauses() =>
        _lead.Split([.. Breaks], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(clause => clause.Length > 2);

    /// <summary>The last indicator that the clauses before name, null when none.</summary>
    public string? LastIndicator(IndicatorVocabulary vocabulary) =>
        vocabulary.Find(_lead) is [.., var last] ? _lead[last.Span.Start..last.Span.End] : null;

    /// <summary>The qualifiers and, where the sentence rests on provisional data, the words that say so.</summary>
    public ImmutableArray<string> Provisional(ImmutableArray<string> qualifiers) =>
        FigureLexicon.Default.First(Bracketed().Replace(_sentence, ""), WordRoles.Provisional) is { At: >= 0 } found ? [.. qualifiers, found.Word] : qualifiers;

    // （快报数） tells of the number before it only.
    [GeneratedRegex("[（(][^（）()]*[）)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();

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
        if (text[from] == '第' && text.IndexOf('条', from, Math.Min(8, end - from)) is > 0 and var article && article + 1 < end && char.IsWhiteSpace(text[article + 1]))
            return article + 2;
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
