using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Finding;

/// <summary>How well sentences, with what stands around them, hold what was asked.</summary>
internal static class SentenceJudge
{
    // A term in a heading is nearly as good as in the sentence; in the sentence before it may be the subject carried on.
    private const double InRunHeading = 0.85;
    private const double InHeading = 0.6;
    private const double InBefore = 0.55;
    private const double InParagraph = 0.4;
    private const double InTitle = 0.45;
    private const double InTitleOfFields = 0.9;

    /// <summary>The sentences with their match, and the terms with their rarity among these sentences.</summary>
    public static (ImmutableArray<EvidenceSentence> Sentences, ImmutableArray<TopicTerm> Terms) Judge(
        ImmutableArray<ImmutableArray<EvidenceSentence>> paragraphs, ImmutableArray<TopicTerm> terms)
    {
        var sentences = paragraphs.SelectMany(p => p).ToImmutableArray();
        var held = new double[sentences.Length, terms.Length];
        var holding = new int[terms.Length];
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            for (var t = 0; t < terms.Length; t++)
                Hold(paragraph, terms[t], held, at, t, ref holding[t]);
            at += paragraph.Length;
        }

        var weighed = TermRarity.Weigh(terms, [.. holding], sentences.Length);
        return ([.. sentences.Select((s, i) => s with { Match = Match(held, i, weighed) })], weighed);
    }

    /// <summary>Share of the terms' weight that one sentence holds: 0 to 1.</summary>
    public static double Match(EvidenceSentence sentence, ImmutableArray<TopicTerm> terms)
    {
        var (held, asked) = (0.0, 0.0);
        foreach (var term in terms)
        {
            asked += term.Weight;
            held += term.Weight * Held(sentence, term);
        }

        return asked == 0 ? 0 : held / asked;
    }

    /// <summary>How well a sentence, with what stands around it, holds one term: 0 to 1.</summary>
    public static double Held(EvidenceSentence sentence, TopicTerm term)
    {
        var own = TermMatch.In(sentence.Folded, term);
        return own >= 1 ? 1 : Math.Max(Math.Max(own, Around(sentence.Context, IsFields(sentence), term)), Near(sentence, term));
    }

    // What a paragraph doesn't hold, none of its sentences does: most terms are ruled out once per paragraph.
    private static void Hold(
        ImmutableArray<EvidenceSentence> paragraph, TopicTerm term, double[,] held, int at, int t, ref int holding)
    {
        if (paragraph.IsEmpty)
            return;
        var context = paragraph[0].Context;
        var around = Around(context, IsFields(paragraph[0]), term);
        var inHeading = TermMatch.In(context.Section, term) > 0;
        var inText = TermMatch.In(context.Text, term) > 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            var own = inText ? TermMatch.In(paragraph[i].Folded, term) : 0;
            var near = inText && own < 1 ? Near(paragraph[i], term) : 0;
            held[at + i, t] = Math.Max(own, Math.Max(near, around));
            if (own > 0 || inHeading)
                holding++;
        }
    }

    private static double Near(EvidenceSentence sentence, TopicTerm term) =>
        Math.Max(InRunHeading * TermMatch.In(sentence.RunHeading, term), InBefore * TermMatch.In(sentence.Before, term));

    private static double Around(ParagraphContext context, bool isFields, TopicTerm term) => Math.Max(
        InHeading * TermMatch.In(context.Section, term),
        Math.Max(
            InParagraph * TermMatch.In(context.Text, term),
            (isFields ? InTitleOfFields : InTitle) * TermMatch.In(context.Title, term)));

    private static bool IsFields(EvidenceSentence sentence) => sentence.Source.Paragraph.Kind is ParagraphKind.Metadata;

    private static double Match(double[,] held, int sentence, ImmutableArray<TopicTerm> terms)
    {
        var (sum, asked) = (0.0, 0.0);
        for (var t = 0; t < terms.Length; t++)
        {
            asked += terms[t].Weight;
            sum += terms[t].Weight * held[sentence, t];
        }

        return asked == 0 ? 0 : sum / asked;
    }
}
