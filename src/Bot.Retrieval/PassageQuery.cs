using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>A search: words to rank by, and a scope that is never left.</summary>
/// <param name="Text">The words to rank by, question phrases already cut. Empty: nothing is found.</param>
/// <param name="Reports">Only these reports; null: all. Empty: nothing is found.</param>
/// <param name="Part">Only passages that hold a sentence of this part; null: any.</param>
/// <param name="Limit">At most this many hits, 1 to 1000.</param>
public sealed record PassageQuery(
    string Text,
    ImmutableHashSet<ReportId>? Reports = null,
    ReportPart? Part = null,
    int Limit = 20);
