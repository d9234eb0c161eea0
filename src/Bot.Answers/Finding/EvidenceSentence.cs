using System.Collections.Immutable;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>One sentence that may answer, with what it is judged by.</summary>
/// <param name="Text">Verbatim.</param>
/// <param name="Folded">Folded text of the sentence; with short glosses in brackets, once more without them.</param>
/// <param name="RunHeading">Folded heading of its run; empty outside runs.</param>
/// <param name="Before">Folded text of the sentence before it in the paragraph, whose subject it may go on with.</param>
/// <param name="Figures">Figures read from this sentence.</param>
/// <param name="Match">Share of what was asked that it holds, weighted by rarity: 0 to 1.</param>
internal sealed record EvidenceSentence(
    StoredParagraph Source,
    ParagraphContext Context,
    Sentence Sentence,
    string Text,
    string Folded,
    string RunHeading,
    string Before,
    ImmutableArray<Figure> Figures,
    double Match);
