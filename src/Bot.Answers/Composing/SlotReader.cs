using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;

namespace Bot.Answers.Composing;

/// <summary>Tells what a question sets side by side: places, years, or result and target.</summary>
internal static class SlotReader
{
    public static ImmutableArray<Slot> Read(QuestionReading reading, Scope scope, QuestionWords words)
    {
        if (scope.Places.Length > 1)
            return OverRegions(reading, scope, scope.Places, words);
        var regions = reading.Regions.Select(r => r.Region.Name)
            .Where(name => scope.Reports.Any(r => string.Equals(r.Metadata!.Region, name, StringComparison.OrdinalIgnoreCase)))
            .Distinct()
            .ToImmutableArray();
        if (regions.Length > 1)
            return OverRegions(reading, scope, regions, words);
        if (reading.Years.Length > 1)
            return OverYears(reading, words);
        if (scope.Status == AskedStatus.Both)
            return [new Slot(null, scope.Years, AskedStatus.Achieved), new Slot(null, scope.Years, AskedStatus.Target)];
        var places = scope.Reports.Select(r => r.Metadata!.Region).OfType<string>().Distinct().ToImmutableArray();
        return places.Length > 1
            ? [.. places.Select(p => new Slot(p, scope.Years, scope.Status))]
            : [new Slot(null, scope.Years, scope.Status)];
    }

    // 绍兴2019和杭州2015: the years that follow a place are its own; one year for all goes to each.
    private static ImmutableArray<Slot> OverRegions(
        QuestionReading reading, Scope scope, ImmutableArray<string> regions, QuestionWords words)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        foreach (var region in regions)
        {
            var mention = reading.Regions.First(r => r.Region.Name == region);
            var end = reading.Regions.Where(r => r.Span.Start > mention.Span.Start && r.Region.Name != region)
                .Select(r => r.Span.Start)
                .DefaultIfEmpty(reading.Folded.Length)
                .Min();
            var own = YearReader.Read(reading.Folded[mention.Span.End..end]).Years;
            var said = reading.Folded[mention.Span.End..end];
            // 嘉兴和新昌2025年: what follows the last place belongs to those just before it too; one year said first goes to all.
            var shared = said.Length <= 2 || YearStands(reading.Folded, reading.Regions[0].Span.Start) ? scope.Years : [];
            var isOwnYear = !own.IsEmpty;
            var status = scope.Status is AskedStatus.Any or AskedStatus.Both || regions.Length != 2 ? scope.Status
                : said.Length > 2 && !words.Has("target", said) && !words.Has("achieved", said) && OtherSays(reading, region, words) ? AskedStatus.Any
                : scope.Status;
            slots.Add(new Slot(region, isOwnYear ? own : shared, status == AskedStatus.Both ? AskedStatus.Any : status));
        }

        return slots.ToImmutable();
    }

    private static bool YearStands(string folded, int before) => !YearReader.Read(folded[..before]).Years.IsEmpty;

    // 绍兴净增和嘉兴目标: only the other place's words say that a plan is meant.
    private static bool OtherSays(QuestionReading reading, string region, QuestionWords words)
    {
        var other = reading.Regions.First(r => r.Region.Name != region);
        var end = reading.Regions.Where(r => r.Span.Start > other.Span.Start).Select(r => r.Span.Start).DefaultIfEmpty(reading.Folded.Length).Min();
        return words.Has("target", reading.Folded[other.Span.End..end]) && other.Span.Start > reading.Regions.First(r => r.Region.Name == region).Span.Start;
    }

    // 2015年实际发放和2016年计划发放: what stands between one year and the next says whether its plan or its result is meant.
    private static ImmutableArray<Slot> OverYears(QuestionReading reading, QuestionWords words)
    {
        var starts = reading.Years
            .Select(y => (Year: y, At: At(reading.Folded, y)))
            .OrderBy(y => y.At)
            .ToList();
        return [.. starts.Select((start, i) =>
        {
            var end = i + 1 < starts.Count ? starts[i + 1].At : reading.Folded.Length;
            var own = reading.Folded[start.At..Math.Max(start.At, end)];
            var status = words.Has("target", own) ? AskedStatus.Target
                : words.Has("achieved", own) ? AskedStatus.Achieved
                : reading.Years.Length > 1 || reading.Status is AskedStatus.Both ? AskedStatus.Any : reading.Status;
            return new Slot(null, [start.Year], status, QuestionReader.AspectsOf(own, words));
        }).OrderBy(s => s.Years[0])];
    }

    private static int At(string folded, int year)
    {
        var full = folded.IndexOf(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return full >= 0 ? full : Math.Max(0, folded.IndexOf(FormattableString.Invariant($"{year % 100:00}年"), StringComparison.Ordinal));
    }
}
