using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Names that say how many there are (四大行动): said where a report gives two counts, or lists fewer or more than it announces.</summary>
internal static partial class CountedNames
{
    /// <summary>A count as a report declares it.</summary>
    /// <param name="Written">Verbatim: 六大行动.</param>
    /// <param name="Of">What stands before it and sets it apart (人才 in 人才四大行动); empty: nothing.</param>
    internal sealed record Declared(int Count, string Written, string Name, string Of, StoredParagraph Source, string Sentence);

    /// <summary>Every counted name of a report, in reading order.</summary>
    public static IEnumerable<Declared> In(Report report)
    {
        foreach (var paragraph in report.Paragraphs)
        {
            var source = new StoredParagraph(report.Id, report.Metadata, paragraph, []);
            foreach (Match match in Counted().Matches(paragraph.Text))
            {
                if (NumberScanner.Scan(match.Groups["n"].Value + "个") is not [{ Scaled: >= 2 and <= 30 } number])
                    continue;
                var sentence = paragraph.Sentences.FirstOrDefault(s => s.Span.Start <= match.Index && match.Index < s.Span.End);
                yield return new Declared(
                    (int)number.Scaled, match.Groups["all"].Value, match.Groups["name"].Value, AfterVerb(match.Groups["of"].Value),
                    source, sentence is null ? paragraph.Text : sentence.Span.Of(paragraph.Text));
            }
        }
    }

    /// <summary>Pairs of one report that declare one name with two counts.</summary>
    public static IEnumerable<(Declared First, Declared Second)> Contradictions(IEnumerable<Declared> declared) =>
        declared.GroupBy(d => (d.Source.Report, d.Name, d.Of))
            .Select(g => g.DistinctBy(d => d.Count).ToList())
            .Where(g => g.Count > 1)
            .Select(g => (g[0], g[1]));

    /// <summary>Adds what there is to say of the counted names that the question asks for.</summary>
    public static void Note(AnswerDraft draft, QuestionReading reading, IEnumerable<Report> reports)
    {
        var cited = draft.Citations.Select(c => c.Report).ToHashSet();
        var declared = reports.Where(r => cited.Contains(r.Id)).SelectMany(In)
            .Where(d => reading.Folded.Contains(TextFolding.Fold(d.Name), StringComparison.Ordinal)).ToList();
        foreach (var (first, second) in Contradictions(declared))
        {
            var (a, b) = (draft.Cite(first.Source, first.Sentence), draft.Cite(second.Source, second.Sentence));
            draft.Line(reading.IsEnglish
                ? $"The report counts them differently: “{first.Written}”{a} and “{second.Written}”{b}."
                : $"资料中说法不一：一处写“{first.Written}”{a}，另一处写“{second.Written}”{b}。");
        }

        var listed = draft.Text.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).ToList();
        if (listed.Count < 2 || declared.Select(d => d.Count).Distinct().ToList() is not [var count] || count == listed.Count)
            return;
        var one = declared[0];
        if (!listed.All(l => l.Contains(one.Name, StringComparison.Ordinal)))
            return;
        draft.Compute(listed.Count, reading.IsEnglish ? $"{listed.Count} listed" : $"列出{listed.Count}项");
        var marker = draft.Cite(one.Source, one.Sentence);
        draft.Line(reading.IsEnglish
            ? $"The report speaks of “{one.Written}”{marker}, but lists {listed.Count}."
            : $"报告写的是“{one.Written}”{marker}，实际列出{listed.Count}项。");
    }

    // 深入实施人才四大行动: what is done with it says nothing of what it is.
    private static string AfterVerb(string before) => Verb().Matches(before) is [.., var last] ? before[(last.Index + last.Length)..] : before;

    [GeneratedRegex(@"(?<of>[\u3400-\u9fff]{0,6})[“”""]?(?<all>(?<n>[二两三四五六七八九十]{1,2}|\d{1,2})大(?<name>[\u3400-\u9fff]{0,4}?(行动|工程|计划|任务|体系|举措|专项|创建|攻坚战)))")]
    private static partial Regex Counted();

    [GeneratedRegex("[的和及与是为以将]|重点|深入|大力|扎实|全面|认真|组织|继续|抓好|抓实|实施|推进|推动|开展|启动|聚焦|围绕|落实|紧盯|打好|完善|构建")]
    private static partial Regex Verb();
}
