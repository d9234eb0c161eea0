using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Which of the regions a question names are places it asks about, and which reports speak for them.</summary>
internal sealed class RegionReader(QuestionWords words)
{
    /// <param name="Reports">Reports of the regions asked about; empty when none is named.</param>
    /// <param name="Missing">Regions asked about beside those, without a report.</param>
    /// <param name="Refused">Set when what is asked about is not covered.</param>
    /// <param name="Place">A place inside the region of these reports that statements must name; folded.</param>
    internal sealed record Named(
        ImmutableArray<ReportEntry> Reports, ImmutableArray<string> Missing, ScopeOutcome.NoSuchRegion? Refused, string? Place = null);

    public Named Read(QuestionReading reading, ImmutableArray<ReportEntry> reports)
    {
        var covered = ImmutableArray.CreateBuilder<ReportEntry>();
        var uncovered = new List<RegionMention>();
        var wider = new List<(RegionMention Mention, ImmutableArray<ReportEntry> Within)>();
        foreach (var mention in reading.Regions.Concat(OfCatalogue(reading, reports)))
        {
            var own = reports.Where(r => IsOf(r, mention.Region)).ToImmutableArray();
            var within = reports.Where(r => IsWithin(r, mention.Region)).ToImmutableArray();
            if (!own.IsEmpty)
                covered.AddRange(own.Except(covered));
            else if (mention.IsGuess || IsPartOfName(reading.Folded, mention))
                continue;
            else if (!within.IsEmpty)
                wider.Add((mention, within));
            else
                uncovered.Add(mention);
        }

        if (covered.Count > 0)
            return new Named(covered.ToImmutable(), MissingBeside(reading, uncovered), null);
        if (wider.Count > 0)
            return Wider(reading, wider[0].Mention, wider[0].Within);
        return uncovered.Count > 0 ? Inside(uncovered[0].Region, reports) : new Named([], [], null);
    }

    // Names that only the reports know (an anonymised district, one that no gazetteer lists).
    private static IEnumerable<RegionMention> OfCatalogue(QuestionReading reading, ImmutableArray<ReportEntry> reports)
    {
        foreach (var name in reports.Select(r => r.Metadata!.Region).OfType<string>().Distinct())
        {
            var at = reading.Folded.IndexOf(TextFolding.Fold(name), StringComparison.Ordinal);
            if (at >= 0 && !reading.Regions.Any(r => r.Span.Overlaps(new TextSpan(at, at + name.Length))))
                yield return new RegionMention(Region.Unknown(name), new TextSpan(at, at + name.Length));
        }
    }

    // A county without a report of its own may be spoken of in its city's: only sentences that name it may answer.
    private static Named Inside(Region region, ImmutableArray<ReportEntry> reports)
    {
        var around = reports.Where(r => r.Metadata!.Region is { } name
            && Gazetteer.Default.Find(name) is { Level: RegionLevel.Prefecture } own && region.IsWithin(own)).ToImmutableArray();
        var place = TextFolding.Fold(region.ShortName ?? region.Name);
        return around.IsEmpty
            ? new Named([], [], new ScopeOutcome.NoSuchRegion(region.Name, []))
            : new Named(around, [], null, place);
    }

    /// <summary>A wider region is no report of its own, but may be asked for the places in it: 浙江哪个市, 南通的县级市.</summary>
    private Named Wider(QuestionReading reading, RegionMention mention, ImmutableArray<ReportEntry> within) =>
        words.Has("within", reading.Folded)
            ? new Named(within, [], null)
            : new Named([], [], new ScopeOutcome.NoSuchRegion(mention.Region.Name, within));

    private ImmutableArray<string> MissingBeside(QuestionReading reading, List<RegionMention> uncovered) =>
        reading.IsSelf || reading.Kind is QuestionKind.Measure
            ? []
            : [.. uncovered.Where(u => IsBeside(reading.Folded, u)).Select(u => u.Region.Name)];

    // 嘉兴和宁波, 宁波呢: a place of its own beside others; in 美国硅谷孵化器 it is part of a name.
    private bool IsBeside(string folded, RegionMention mention)
    {
        var before = mention.Span.Start > 0 ? folded[mention.Span.Start - 1] : ' ';
        var after = mention.Span.End < folded.Length ? folded[mention.Span.End] : ' ';
        return words.Has("joining", before.ToString()) || words.Has("joining", after.ToString());
    }

    private bool IsPartOfName(string folded, RegionMention mention) =>
        words.Find("institution", folded).Any(w => w.Span.Start >= mention.Span.End && w.Span.Start - mention.Span.End <= 4);

    private static bool IsOf(ReportEntry report, Region region) =>
        report.Metadata!.Region is { } own && string.Equals(own, region.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsWithin(ReportEntry report, Region region)
    {
        var metadata = report.Metadata!;
        if (metadata.WithinRegion == region.Name)
            return true;
        var own = metadata.Region is null ? null : Gazetteer.Default.Find(metadata.Region);
        var around = metadata.WithinRegion is null ? null : Gazetteer.Default.Find(metadata.WithinRegion);
        return own?.IsWithin(region) == true || around?.IsWithin(region) == true;
    }
}
