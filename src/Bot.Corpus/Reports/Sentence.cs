using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>One sentence of a paragraph, ended by 。！？； or the paragraph's end; closing quotation marks belong to it.</summary>
/// <param name="Span">Where it stands in the paragraph's <see cref="Paragraph.Text"/>, without white space around it.</param>
/// <param name="RunHeading">
/// The heading of the run inside the paragraph that it belongs to, without its number
/// (for 一是加快平台建设。…: "加快平台建设"), or null outside such runs.
/// </param>
/// <param name="Part">Whether it tells what was done or what is to come: by its own language, else its paragraph's.</param>
/// <param name="Years">The years it speaks of, ascending: those written in it, else its paragraph's.</param>
public sealed record Sentence(
    TextSpan Span,
    string? RunHeading,
    ReportPart Part,
    ImmutableArray<int> Years);
