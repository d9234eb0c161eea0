using System.Collections.Immutable;
using Bot.Answers.Conversations;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>
/// Decides which reports and years may answer. Fails closed: a region or year that is asked about and not covered
/// is never replaced by another in silence.
/// </summary>
internal sealed class ScopeResolver(TimeProvider time, QuestionWords words, RegionReader regions)
{
    public ScopeOutcome Resolve(QuestionReading reading, ImmutableArray<ReportEntry> catalogue, ConversationTurn? before)
    {
        var reports = catalogue.Where(e => e.IsSearchable && e.Metadata is not null).ToImmutableArray();
        if (reports.IsEmpty)
            return new ScopeOutcome.Empty();
        var named = regions.Read(reading, reports);
        if (named.Refused is { } refused)
            return refused;
        var isGiven = !named.Reports.IsEmpty;
        var inRegion = named.Reports;
        if (!isGiven)
        {
            inRegion = before is null ? [] : [.. reports.Where(r => before.Regions.Contains(r.Metadata!.Region ?? ""))];
            isGiven = !inRegion.IsEmpty;
            if (!isGiven && before?.Regions is [var only] && RegionReader.Around(only, reports) is var (around, place))
                (inRegion, named, isGiven) = (around, named with { Place = place }, true);
            if (!isGiven)
                inRegion = reports;
        }

        return InYears(reading, inRegion, before, named, isGiven);
    }

    private ScopeOutcome InYears(
        QuestionReading reading,
        ImmutableArray<ReportEntry> reports,
        ConversationTurn? before,
        RegionReader.Named named,
        bool isGiven)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var years = reading.Years;
        ImmutableArray<ComputedNumber> computed = [];
        if (years.IsEmpty && reading.RelativeYear is { } offset)
        {
            var today = time.GetLocalNow().Year;
            years = [today + offset];
            computed = [new ComputedNumber(today + offset, FormattableString.Invariant($"{today}{offset:+0;−0}={today + offset}"))];
            if (!reports.Any(r => Speaks(r, years)) && (before is not null || words.Has("reportword", reading.Folded)))
                years = OfReport(reading, reports, offset, notes) is { } year ? [year] : years;
            else if (reports.Any(r => Speaks(r, years)))
                notes.Add(Wording.YearTaken(offset, years[0], reading.IsEnglish));
        }

        if (years.IsEmpty && before is { Years.IsEmpty: false } && KeepsYear(reading.Status, before.Status))
        {
            if (reports.Any(r => Speaks(r, before.Years)))
                years = before.Years;
            else
                notes.Add(Wording.YearDropped(before.Years, reading.IsEnglish));
        }

        if (years.IsEmpty)
            return Inside([.. Latest(reports)], []);
        // Places set side by side may each have a year of their own.
        if (reading.Kind is QuestionKind.Comparison && reports.Select(r => r.Metadata!.Region).Distinct().Count() > 1 && reports.Any(r => Speaks(r, years)))
            return Inside(reports, years);
        var speaking = reports.Where(r => Speaks(r, years)).ToImmutableArray();
        return speaking.IsEmpty ? new ScopeOutcome.NoSuchYear(years, reports, computed) : Inside(speaking, years);

        ScopeOutcome.Inside Inside(ImmutableArray<ReportEntry> found, ImmutableArray<int> foundYears) =>
            new(new Scope(found, foundYears, reading.Status, named.Missing, notes.ToImmutable(), computed, isGiven, named.Place) { Places = named.Places });
    }

    // 2024年目标多少？最后做到多少: of that year; but after a result 目标呢 asks for the year to come.
    private static bool KeepsYear(AskedStatus asked, AskedStatus before) =>
        asked == before || asked is AskedStatus.Any or AskedStatus.Both || (asked, before) is (AskedStatus.Achieved, AskedStatus.Target);

    /// <summary>
    /// A relative year that the asker's calendar puts outside the reports: with one report of the region in scope it is
    /// read as that report's own year, and the answer says so. With several it stays as it is, and is refused.
    /// </summary>
    private static int? OfReport(
        QuestionReading reading, ImmutableArray<ReportEntry> reports, int offset, ImmutableArray<string>.Builder notes)
    {
        if (reports is not [{ Metadata: { } metadata }])
            return null;
        var year = (offset, reading.Status) switch
        {
            (0, AskedStatus.Target) => metadata.PlanYear ?? metadata.SummaryYear,
            (0, _) => metadata.SummaryYear == metadata.PlanYear ? metadata.SummaryYear : metadata.PlanYear ?? metadata.SummaryYear,
            ( < 0, _) => metadata.SummaryYear,
            _ => metadata.PlanYear,
        };
        if (year is not null)
            notes.Add(Wording.YearOfReport(offset, year.Value, reading.IsEnglish));
        return year;
    }

    private static bool Speaks(ReportEntry report, ImmutableArray<int> years) =>
        years.Any(y => report.Metadata!.CoveredYears.Contains(y) || report.MentionedYears.Contains(y));

    // Several reports of one region and no year asked: all stay in scope; the newest comes first in answers.
    private static IEnumerable<ReportEntry> Latest(ImmutableArray<ReportEntry> reports) =>
        reports.OrderByDescending(r => r.Metadata!.CoveredYears.LastOrDefault());
}
