using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Prepares the sentences of a paragraph for judging.</summary>
internal static partial class SentenceReader
{
    /// <summary>The sentences in order; a title has none, for it answers nothing.</summary>
    public static ImmutableArray<EvidenceSentence> Read(StoredParagraph stored)
    {
        var paragraph = stored.Paragraph;
        if (paragraph.Kind is ParagraphKind.Title)
            return [];
        var context = new ParagraphContext(
            WithoutGlosses(TextFolding.Fold(paragraph.Text)),
            TextFolding.Fold(paragraph.SectionPath),
            TextFolding.Fold(stored.Metadata.Title));
        var sentences = ImmutableArray.CreateBuilder<EvidenceSentence>(paragraph.Sentences.Length);
        var before = "";
        foreach (var sentence in paragraph.Sentences)
        {
            var text = sentence.Span.Of(paragraph.Text);
            var folded = WithoutGlosses(TextFolding.Fold(text));
            var inReport = sentence.Span.Shift(paragraph.Span.Start);
            sentences.Add(new EvidenceSentence(
                stored, context, sentence, text, folded, TextFolding.Fold(sentence.RunHeading ?? ""), before,
                [.. stored.Figures.Where(f => inReport.Contains(f.Span))], 0));
            before = folded;
        }

        return sentences.ToImmutable();
    }

    // 研究与试验发展(r&d)经费 is also to be found as 研究与试验发展经费.
    private static string WithoutGlosses(string folded) =>
        folded.Contains('(', StringComparison.Ordinal) && Gloss().Replace(folded, "") is var bare && bare.Length != folded.Length
            ? folded + "\n" + bare
            : folded;

    [GeneratedRegex(@"\([^()]{1,12}\)")]
    private static partial Regex Gloss();
}
