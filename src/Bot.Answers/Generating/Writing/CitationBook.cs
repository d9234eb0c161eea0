using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Grounding;
using Bot.Corpus;

namespace Bot.Answers.Generating;

/// <summary>Numbers citations in the order of first mention.</summary>
internal sealed class CitationBook
{
    private readonly List<Citation> _citations = [];
    private readonly Dictionary<int, int> _numbers = [];

    public ImmutableArray<Citation> Citations => [.. _citations];

    /// <summary>The marker of a source.</summary>
    /// <param name="claim">What is said with it: chooses the sentence that is quoted.</param>
    public string Mark(Source source, string claim)
    {
        if (!_numbers.TryGetValue(source.Number, out var number))
        {
            number = _citations.Count + 1;
            _numbers.Add(source.Number, number);
            _citations.Add(CitationOf(source, claim) with { Number = number });
        }
        return string.Create(CultureInfo.InvariantCulture, $"[{number}]");
    }

    /// <summary>The number that a source got; null: nothing cites it.</summary>
    public int? NumberOf(int source) => _numbers.TryGetValue(source, out var number) ? number : null;

    private static Citation CitationOf(Source source, string claim)
    {
        if (source.Given is { } given && NumberSet.Of(given.Quote, given.Title, given.Section).Missing(claim).IsEmpty)
            return given;
        var own = Bigrams.Of(TextFolding.Fold(claim));
        var quote = source.Sentences.IsEmpty ? source.Text
            : source.Sentences.OrderBy(s => NumberSet.Of(s.Text).Missing(claim).Length).ThenByDescending(s => Bigrams.Of(s.Folded).Count(own.Contains)).First().Text;
        var paragraph = source.Stored.Paragraph;
        return new(
            0, source.Stored.Report, source.Metadata.Title, source.Metadata.Region, paragraph.Number, paragraph.SectionPath,
            PersonalData.Mask(quote), PersonalData.Mask(paragraph.Text));
    }
}
