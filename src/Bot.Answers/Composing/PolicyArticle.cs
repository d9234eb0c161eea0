using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>A provision of a document: a paragraph with the items that it opens (应当符合下列条件：（一）…).</summary>
internal sealed partial record PolicyArticle(ImmutableArray<Paragraph> Paragraphs)
{
    private const int MostItems = 12;

    public Paragraph First => Paragraphs[0];

    public string Text => string.Join('\n', Paragraphs.Select(p => p.Text));

    /// <summary>The provisions of a report in reading order; headings and the report's head are none.</summary>
    public static IEnumerable<PolicyArticle> Of(Report report)
    {
        var open = new List<Paragraph>();
        foreach (var paragraph in report.Paragraphs.Where(p => p.Kind is ParagraphKind.Body or ParagraphKind.TableRow))
        {
            if (open.Count > 0 && !(IsOpening(open[0]) && Item().IsMatch(paragraph.Text.TrimStart()) && open.Count <= MostItems))
            {
                yield return new([.. open]);
                open.Clear();
            }

            open.Add(paragraph);
        }

        if (open.Count > 0)
            yield return new([.. open]);
    }

    private static bool IsOpening(Paragraph paragraph) => paragraph.Text.TrimEnd() is [.., '：' or ':'];

    [GeneratedRegex("^(?:[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、)）]|[①-⑳])")]
    private static partial Regex Item();
}
