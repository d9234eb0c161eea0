using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Finding;

/// <summary>Which of the regions a question names are places it asks about, and which reports speak for them.</summary>
internal sealed partial class RegionReader(QuestionWords words)
{
    /// <param name="Reports">Reports of the regions asked about; empty when none is named.</param>
    /// <param name="Missing">Regions asked about beside those, without a report.</param>
    /// <param name="Refused">Set when what is asked about is not covered.</param>
    /// <param name="Place">A place inside the region of these reports that statements must name.</param>
    internal sealed record Named(
        ImmutableArray<ReportEntry> Reports, ImmutableArray<string> Missing, ScopeOutcome.NoSuchRegion? Refused, NamedPlace? Place = null)
    {
        /// <summary>Several places inside the region of these reports, set side by side.</summary>
        public ImmutableArray<string> Places { get; init; } = [];
    }

    public Named Read(QuestionReading reading, ImmutableArray<ReportEntry> reports)
    {
        var covered = ImmutableArray.CreateBuilder<ReportEntry>();
        var uncovered = new List<RegionMention>();
        var wider = new List<(RegionMention Mention, ImmutableArray<ReportEntry> Within)>();
        var named = OfCatalogue(reading, reports).ToList();
        foreach (var mention in reading.Regions.Where(r => !named.Any(n => n.Span.Length > r.Span.Length && n.Span.Contains(r.Span))).Concat(named))
        {
            var own = reports.Where(r => IsOf(r, mention.Region)).ToImmutableArray();
            var within = reports.Where(r => IsWithin(r, mention.Region)).ToImmutableArray();
            if (!own.IsEmpty)
                covered.AddRange(own.Except(covered));
            else if (mention.IsGuess || words.IsPartOfName(reading.Folded, mention.Span))
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
        if (uncovered.Count > 1 && uncovered.Select(u => Inside(u.Region, u.Span.Of(reading.Folded), reports)).ToList() is var inside && inside.TrueForAll(i => i.Refused is null))
            return new Named([.. inside.SelectMany(i => i.Reports).Distinct()], [], null) { Places = [.. uncovered.Select(u => u.Region.Name).Distinct()] };
        if (uncovered.Count > 0)
            return Inside(uncovered[0].Region, uncovered[0].Span.Of(reading.Folded), reports);
        // No report speaks for the country; what one of them quotes of it must say so.
        return AsksCountry(reading.Folded) ? new Named(reports, [], null, NamedPlace.Country) : new Named([], [], null);
    }

    /// <summary>True when a figure of the whole country is asked for (全国研发投入强度), not a place among others (全国第几) or a name (全国重点实验室).</summary>
    public static bool AsksCountry(string folded) => CountryAsked().IsMatch(folded);

    // Names that only the reports know (an anonymised district, one that no gazetteer lists), and short ones that are a report's only (南海, 苏工园).
    private static IEnumerable<RegionMention> OfCatalogue(QuestionReading reading, ImmutableArray<ReportEntry> reports)
    {
        foreach (var name in reports.Select(r => r.Metadata!.Region).OfType<string>().Distinct())
        {
            foreach (var form in Forms(name))
            {
                var at = reading.Folded.IndexOf(TextFolding.Fold(form), StringComparison.Ordinal);
                if (at < 0 || reading.Regions.Any(r => !r.IsGuess && r.Span.Overlaps(new TextSpan(at, at + form.Length)) && !(form.Length > r.Span.Length && new TextSpan(at, at + form.Length).Contains(r.Span))))
                    continue;
                yield return new RegionMention(Region.Unknown(name), new TextSpan(at, at + form.Length));
                break;
            }
        }
    }

    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        if (Gazetteer.Default.Find(name) is { Level: RegionLevel.Zone } zone)
        {
            // 渭南高新 for 渭南高新区.
            if (name.Length > 4 && name[^1] == '区')
                yield return name[..^1];
            if (zone.Abbreviation is { } abbreviation)
                yield return abbreviation;
        }
        else if (name is [_, _, .., '市' or '县' or '区' or '州' or '旗'] && name.Length > 2)
        {
            yield return name[..^1];
        }
    }

    // A county without a report of its own may be spoken of in its city's: only sentences that name it may answer.
    private static Named Inside(Region region, string called, ImmutableArray<ReportEntry> reports)
    {
        var around = reports.Where(r => r.Metadata!.Region is { } name
            && Gazetteer.Default.Find(name) is { } own && ((IsCity(own) || IsPartOfProvince(region, own)) && region.IsWithin(own) || IsOfSeveral(region, own))).ToImmutableArray();
        return around.IsEmpty
            ? new Named([], [], new ScopeOutcome.NoSuchRegion(region.Name, []))
            : new Named(around, [], null, NamedPlace.Of(region, called));
    }

    private static bool IsCity(Region region) =>
        region.Level == RegionLevel.Prefecture || (region.Level == RegionLevel.Province && region.Name.EndsWith('市'));

    // A province's statistics set its cities side by side, and tell of its zones.
    private static bool IsPartOfProvince(Region region, Region own) => region.Level is RegionLevel.Prefecture or RegionLevel.Zone && own.Level == RegionLevel.Province;

    /// <summary>A place of the conversation that has no report of its own (内乡县, then 它的成交额); null where it has, or where it lies in none.</summary>
    public static (ImmutableArray<ReportEntry> Reports, NamedPlace Place)? Around(string name, ImmutableArray<ReportEntry> reports) =>
        !reports.Any(r => r.Metadata!.Region == name) && Gazetteer.Default.Find(name) is { } region && Inside(region, region.ShortName ?? name, reports) is { Refused: null, Place: { } place } inside
            ? (inside.Reports, place)
            : null;

    // 天府新区 lies in parts of several cities of its province.
    private static bool IsOfSeveral(Region region, Region city) =>
        region is { Level: RegionLevel.NewArea, Parent: { Level: RegionLevel.Province } province } && city.Level == RegionLevel.Prefecture && city.IsWithin(province);

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

    private static bool IsOf(ReportEntry report, Region region) =>
        report.Metadata!.Region is { } own && region.IsCalled(own);

    private static bool IsWithin(ReportEntry report, Region region)
    {
        var metadata = report.Metadata!;
        if (metadata.WithinRegion == region.Name)
            return true;
        var own = metadata.Region is null ? null : Gazetteer.Default.Find(metadata.Region);
        var around = metadata.WithinRegion is null ? null : Gazetteer.Default.Find(metadata.WithinRegion);
        return own?.IsWithin(region) == true || around?.IsWithin(region) == true;
    }

    [GeneratedRegex("(?<![占居列位在排于])(?:全国|我国)(?:平均|同期|的?平均|整体|总体)?(?!重点|各|第|最|排|前|首|百强|领先|文明|性|先进|人大|统一|唯一|范围|居|位|列|几|多少|占|高新区|科技|优秀|示范|十|一流)")]
    private static partial Regex CountryAsked();
}
