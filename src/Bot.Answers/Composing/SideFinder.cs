using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Finds the figures that stand for the sides of a comparison, chosen together so that like stands beside like.</summary>
internal sealed partial class SideFinder(EvidenceFinder finder, QuestionWords words, TopicReader topics)
{
    // Below this a figure is about something else; better to say that there is none.
    private const double Enough = 0.42;

    // What a side names for itself (比2019年净增的) outweighs likeness to the other side.
    private const double OwnAspect = 0.2;

    // How many there are is meant where nothing is said of adding.
    private const double Unsaid = 0.06;

    // Figures of each side that are tried with those of the other.
    private const int Tried = 8;

    // Each side is a search of its own; more places than this fit no table that anybody reads.
    private const int MostSides = 40;

    public async Task<ImmutableArray<Side>> FindAsync(QuestionReading reading, Scope scope, CancellationToken cancellationToken)
    {
        var slots = SlotReader.Read(reading, scope, words);
        // Results are put in order, unless targets are asked for: the two never stand in one order.
        if (slots.Length > 2 && reading.Status is AskedStatus.Any)
            slots = [.. slots.Take(MostSides).Select(s => s with { Status = AskedStatus.Achieved })];
        var sides = ImmutableArray.CreateBuilder<Side>();
        if (slots.Length == 1 && Entities(reading) is { } entities)
        {
            foreach (var terms in new[] { entities.Left, entities.Right })
                sides.Add(await SideAsync(reading with { Terms = terms }, scope, slots[0], cancellationToken));
        }
        else
        {
            foreach (var slot in slots)
                sides.Add(await SideAsync(reading, scope, slot, cancellationToken));
        }

        return Choose(sides.ToImmutable(), reading);
    }

    private async Task<Side> SideAsync(QuestionReading reading, Scope scope, Slot slot, CancellationToken cancellationToken)
    {
        var isInside = slot.Region is { } place && scope.Places.Contains(place);
        var reports = slot.Region is null || isInside
            ? scope.Reports
            : scope.Reports.Where(r => string.Equals(r.Metadata!.Region, slot.Region, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        var own = scope with { Reports = reports, Years = slot.Years, Status = slot.Status };
        var terms = isInside ? reading.Terms.Add(new TopicTerm([TextFolding.Fold(slot.Region!), TextFolding.Fold(Gazetteer.Default.Find(slot.Region!)?.ShortName ?? slot.Region!)], 2, true)) : reading.Terms;
        var evidence = await finder.FindAsync(terms, own, cancellationToken);
        if (isInside)
            evidence = evidence with { Sentences = [.. evidence.Sentences.Select(s => s with { Figures = [.. s.Figures.Where(f => f.Region == slot.Region)] }).Where(s => !s.Figures.IsEmpty)] };
        var wanted = reading with { Status = slot.Status, Aspects = slot.Aspects.IsEmpty ? reading.Aspects : slot.Aspects };
        // Where nothing is said of plans, a target only stands in, as such, for a result that is not told.
        var results = slot.Status is AskedStatus.Any ? Ranked(wanted with { Status = AskedStatus.Achieved }, slot with { Status = AskedStatus.Achieved }, evidence) : [];
        return new Side(slot, own, evidence, results.IsEmpty ? Ranked(wanted, slot, evidence) : results, []);
    }

    private static ImmutableArray<FigureChoice.Scored> Ranked(QuestionReading wanted, Slot slot, Evidence evidence)
    {
        // 雨花区最高：0.7个百分点以上, by which it is below the average: a distance is no level.
        var ranked = FigureChoice.Rank(wanted, slot.Years, slot.Status, evidence)
            .Where(f => f.Figure.Aspect is not FigureAspect.Difference || wanted.Aspects.Contains(FigureAspect.Difference) || wanted.Aspects.Contains(FigureAspect.Growth))
            .Select(f => f with { Score = f.Score + (slot.Aspects.Contains(f.Figure.Aspect) ? OwnAspect : 0) - (wanted.Aspects.IsEmpty && f.Figure.Aspect is FigureAspect.New or FigureAspect.NetIncrease ? Unsaid : 0) })
            .OrderByDescending(f => f.Score)
            .Where(f => f.Score >= Enough)
            .ToList();
        return [.. OfAspect(ranked, wanted).Take(Tried)];
    }

    // 总数 is never compared by what was newly added, nor what was newly added by the total.
    private static IEnumerable<FigureChoice.Scored> OfAspect(IEnumerable<FigureChoice.Scored> ranked, QuestionReading wanted)
    {
        var isTotal = wanted.Aspects.Contains(FigureAspect.Cumulative);
        var isAdded = wanted.Aspects.Contains(FigureAspect.New) || wanted.Aspects.Contains(FigureAspect.NetIncrease);
        return isTotal == isAdded ? ranked : ranked.Where(r => r.Figure.Aspect switch
        {
            FigureAspect.New or FigureAspect.NetIncrease => isAdded,
            FigureAspect.Cumulative => isTotal,
            _ => true,
        });
    }

    private static ImmutableArray<Side> Choose(ImmutableArray<Side> sides, QuestionReading reading)
    {
        var found = sides.Where(s => !s.Ranked.IsEmpty).ToList();
        if (found.Count == 0)
            return sides;
        // The surest side leads; the others follow it in kind.
        var lead = found.MaxBy(s => s.Ranked[0].Score)!;
        var first = found.Count == 1 ? lead.Ranked[0] : Leading(lead, found);
        return [.. sides.Select(s => s.Ranked.IsEmpty ? s
            : s == lead ? s with { Chosen = WithParts(s, first, reading) }
            : s with { Chosen = WithParts(s, Following(s, first), reading) })];
    }

    private static FigureChoice.Scored Leading(Side lead, List<Side> found) => lead.Ranked.MaxBy(f =>
        f.Score + found.Where(s => s != lead).Sum(s => s.Ranked.Max(g => g.Score + FigureChoice.Likeness(f.Figure, g.Figure))));

    private static FigureChoice.Scored Following(Side side, FigureChoice.Scored lead) =>
        side.Ranked.MaxBy(f => f.Score + FigureChoice.Likeness(lead.Figure, f.Figure) - (f.Figure == lead.Figure ? 1 : 0));

    // 雏鹰加青蓝: in the best figure's sentence, the figures of like unit and aspect that each stand for a word of the question.
    private static ImmutableArray<FigureChoice.Scored> WithParts(Side side, FigureChoice.Scored best, QuestionReading reading)
    {
        if (!Sum().IsMatch(reading.Folded) || best.Figure.Status == FigureStatus.Target)
            return [best];
        var parts = side.Ranked
            .Where(r => r.Sentence.Text == best.Sentence.Text && r.Figure.Unit == best.Figure.Unit && r.Figure.Aspect == best.Figure.Aspect)
            .Where(r => side.Evidence.Terms.Any(t => t.Weight > 0.5 && TermMatch.In(TextFolding.Fold(r.Figure.Words), t) > 0))
            .OrderBy(r => r.Figure.Span.Start)
            .ToImmutableArray();
        // Each must stand for a word of its own; figures of one thing (纳入统计的, 经认定的) are no parts of a sum.
        return parts.Length > 1 && parts.All(p => HasOwnWord(p, parts, side.Evidence.Terms)) ? parts : [best];
    }

    private static bool HasOwnWord(
        FigureChoice.Scored part, ImmutableArray<FigureChoice.Scored> parts, ImmutableArray<TopicTerm> terms) =>
        terms.Any(t => t.Weight > 0.5 && TermMatch.In(TextFolding.Fold(part.Figure.Words), t) > 0
            && !parts.Any(o => o != part && TermMatch.In(TextFolding.Fold(o.Figure.Words), t) > 0));

    // 申请量比授权量多多少: two things of one place and time; each side keeps what it doesn't say itself from the other, lightly.
    private (ImmutableArray<TopicTerm> Left, ImmutableArray<TopicTerm> Right)? Entities(QuestionReading reading)
    {
        var match = Against().Match(reading.Folded);
        if (!match.Success)
            return null;
        var regions = reading.Regions.Select(r => r.Span).ToList();
        var (_, years) = YearReader.Read(reading.Folded);
        var cut = match.Groups["cut"].Index;
        var right = topics.Read(reading.Folded, [new TextSpan(0, cut + 1), .. regions.Concat(years).Where(s => s.Start > cut)], reading.IsEnglish);
        var left = topics.Read(reading.Folded, [new TextSpan(cut, reading.Folded.Length), .. regions.Concat(years).Where(s => s.End <= cut)], reading.IsEnglish);
        if (!left.Any(t => t.Weight >= 0.5) || !right.Any(t => t.Weight >= 0.5))
            return null;
        return (Completed(left, right), Completed(right, left));
    }

    private static ImmutableArray<TopicTerm> Completed(ImmutableArray<TopicTerm> own, ImmutableArray<TopicTerm> other) =>
        [.. own, .. other.Where(o => !own.Any(t => t.Words.Intersect(o.Words).Any())).Select(o => o with { Weight = o.Weight * 0.15, At = -1 })];

    [GeneratedRegex("(?<!增|参|添|附|追|更)加(?!强|快|大|工|速|计|入|重|值)|之和|合计|总和|一共|加起来")]
    public static partial Regex Sum();

    [GeneratedRegex("(?<cut>比|和|与|跟|还是)(?!重|例|较|上年|去年|增)(?=.{2,})")]
    private static partial Regex Against();
}
