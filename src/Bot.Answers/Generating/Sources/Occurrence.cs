using System.Collections.Immutable;
using Bot.Answers.Finding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>A number where it stands in a source, with the ledger's reading of it if there is one.</summary>
internal sealed record Occurrence(Source Source, EvidenceSentence Sentence, NumberPlace Place, Figure? Figure)
{
    public bool IsTarget => Figure is { Status: not FigureStatus.Unclear } figure
        ? figure.Status is FigureStatus.Target
        : Sentence.Sentence.Part is ReportPart.Plan;

    public static ImmutableArray<Occurrence> Of(Source source)
    {
        var found = ImmutableArray.CreateBuilder<Occurrence>();
        foreach (var sentence in source.Sentences)
        {
            var inReport = source.Stored.Paragraph.Span.Start + sentence.Sentence.Span.Start;
            foreach (var place in NumberPlace.In(sentence.Text))
                found.Add(new(source, sentence, place, sentence.Figures.FirstOrDefault(f => f.Span.Start - inReport <= place.Number.Span.Start && place.Number.Span.Start < f.Span.End - inReport)));
        }
        return found.DrainToImmutable();
    }
}
