using System.Collections.Immutable;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>An enumeration that a report sets out over headings or over the runs of a paragraph.</summary>
/// <param name="Label">Folded words that say what is enumerated: the heading above, and what introduces it.</param>
/// <param name="Items">Its members in order, verbatim, each with the paragraph it stands in.</param>
internal sealed record Enumeration(
    string Label,
    ImmutableArray<(string Text, StoredParagraph Source)> Items);
