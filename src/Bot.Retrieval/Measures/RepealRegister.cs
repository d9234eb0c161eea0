using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>Which documents of a catalogue are ended by which others of it.</summary>
internal sealed class RepealRegister
{
    private readonly Dictionary<ReportId, RepealedBy> _repealed = [];

    private RepealRegister()
    {
    }

    public static RepealRegister Of(ImmutableArray<ReportEntry> catalogue)
    {
        var register = new RepealRegister();
        var repeals = catalogue
            .SelectMany(by => by.Repeals.Select(repeal => (By: by, repeal.From, Name: DocumentName.Of(repeal.Document))))
            .OrderBy(r => r.From ?? DateOnly.MinValue)
            .ToArray();
        if (repeals.Length == 0)
            return register;
        foreach (var entry in catalogue)
        {
            if (entry is not { Measures: > 0, Metadata: { } metadata })
                continue;
            var name = DocumentName.Of(metadata);
            var began = entry.InForceFrom ?? metadata.PublicationDate;
            // A later document may bear the name of one that was ended: it isn't what the repeal meant.
            var first = repeals.FirstOrDefault(r => r.By.Id != entry.Id && !(began >= r.From) && r.Name.Means(name));
            if (first.Name.Title is not null)
                register._repealed[entry.Id] = new RepealedBy(first.By.Id, first.By.Metadata?.Title ?? first.By.File, first.From);
        }
        return register;
    }

    /// <summary>What ends a report's document, the earliest of several; null when nothing does.</summary>
    public RepealedBy? Find(ReportId report) => _repealed.GetValueOrDefault(report);

    /// <summary>The reports whose documents don't hold any more on a day.</summary>
    public IEnumerable<ReportId> RepealedOn(DateOnly day) =>
        _repealed.Where(r => FirstDayOf(r.Value) <= day).Select(r => r.Key);

    /// <summary>A measure as it is on a day.</summary>
    /// <param name="paragraphs">As <see cref="FoundMeasure.Paragraphs"/>.</param>
    public FoundMeasure Found(ReportId report, Measure measure, DateOnly today, ImmutableArray<StoredParagraph> paragraphs) => new(
        report, paragraphs[0].Metadata, measure, measure.StateOn(today, RepealedFrom(report)), Find(report), paragraphs);

    /// <summary>As <see cref="Measure.StateOn(DateOnly, MeasureStanding, DateOnly?, DateOnly?, DateOnly?)"/> takes it.</summary>
    public DateOnly? RepealedFrom(ReportId report) => Find(report) is { } repealed ? FirstDayOf(repealed) : null;

    private static DateOnly FirstDayOf(RepealedBy repealed) => repealed.From ?? DateOnly.MinValue;
}
