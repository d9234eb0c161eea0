using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Collects the enumerations of a whole report, so that a list that stands across headings is complete.</summary>
internal static partial class EnumerationFinder
{
    public static IEnumerable<Enumeration> In(Report report)
    {
        var stored = report.Paragraphs
            .Select(p => new StoredParagraph(report.Id, report.Metadata, p, []))
            .ToImmutableArray();
        return OverHeadings(stored).Concat(OverRuns(stored)).Concat(AfterLead(stored));
    }

    private static IEnumerable<Enumeration> OverHeadings(ImmutableArray<StoredParagraph> paragraphs)
    {
        var groups = new Dictionary<string, List<(string Text, StoredParagraph Source)>>(StringComparer.Ordinal);
        foreach (var stored in paragraphs)
        {
            var path = stored.Paragraph.Kind is ParagraphKind.Heading
                ? stored.Paragraph.Section.Add(stored.Paragraph.Text.TrimEnd('。', '：', ':', ' '))
                : stored.Paragraph.Section;
            for (var depth = 0; depth < path.Length; depth++)
            {
                var parent = string.Join('\n', path[..depth]);
                var group = groups.TryGetValue(parent, out var known) ? known : groups[parent] = [];
                if (!group.Any(g => g.Text == path[depth]) && stored.Paragraph.Text.Contains(path[depth], StringComparison.Ordinal))
                    group.Add((path[depth], stored));
            }
        }

        return groups
            .Where(g => g.Value.Count > 1)
            .Select(g => new Enumeration(TextFolding.Fold(g.Key + "\n" + Lead(paragraphs, g.Value[0].Source)), [.. g.Value]));
    }

    // What stands just before the first member introduces the list (重点抓好以下五项工作：).
    private static string Lead(ImmutableArray<StoredParagraph> paragraphs, StoredParagraph first)
    {
        var at = first.Paragraph.Number - 2;
        return at < 0 || paragraphs[at].Paragraph.Kind is ParagraphKind.Metadata ? "" : paragraphs[at].Paragraph.Text;
    }

    // 重点抓好以下五项工作： then as many paragraphs, each opening with its member, whether or not they read as headings.
    private static IEnumerable<Enumeration> AfterLead(ImmutableArray<StoredParagraph> paragraphs)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var lead = paragraphs[i].Paragraph;
            var announced = Announced().Match(lead.Text);
            if (!announced.Success || NumberScanner.Scan(announced.Groups["n"].Value) is not [{ Scaled: >= 2 and <= 15 } number])
                continue;
            var items = paragraphs.Skip(i + 1).Take((int)number.Scaled)
                .Where(p => p.Paragraph.Kind is ParagraphKind.Body or ParagraphKind.Heading && !p.Paragraph.Sentences.IsEmpty)
                .Select(p => (p.Paragraph.Sentences[0].Span.Of(p.Paragraph.Text), p))
                .ToImmutableArray();
            if (items.Length == (int)number.Scaled)
                yield return new Enumeration(TextFolding.Fold(lead.SectionPath + "\n" + lead.Text), items);
        }
    }

    // The number announced stands in the last clause before the colon.
    [GeneratedRegex("(?<n>[二三四五六七八九十两]{1,3}[大个项类条种方点]|[0-9]{1,2}[大个项类条种方点])[^，。；,;：:]{0,14}[：:]$")]
    private static partial Regex Announced();

    private static IEnumerable<Enumeration> OverRuns(ImmutableArray<StoredParagraph> paragraphs)
    {
        foreach (var stored in paragraphs)
        {
            var paragraph = stored.Paragraph;
            var items = paragraph.Sentences
                .Where(s => s.RunHeading is not null)
                .Select(s => s.RunHeading!)
                .Distinct()
                .Where(h => paragraph.Text.Contains(h, StringComparison.Ordinal))
                .Select(h => (h, stored))
                .ToImmutableArray();
            if (items.Length < 2)
                continue;
            var lead = paragraph.Sentences.TakeWhile(s => s.RunHeading is null).Select(s => s.Span.Of(paragraph.Text));
            yield return new Enumeration(TextFolding.Fold(paragraph.SectionPath + "\n" + string.Concat(lead)), items);
        }
    }
}
