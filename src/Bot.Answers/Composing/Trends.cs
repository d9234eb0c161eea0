using System.Collections.Immutable;
using System.Globalization;
using Bot.Answers.Conversations;
using Bot.Answers.Finding;
using Bot.Answers.Grounding;
using Bot.Answers.Understanding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Composing;

/// <summary>Answers how a figure moved over the years, from every report of the regions asked about.</summary>
internal sealed class Trends(IReportIndex index, ScopeResolver scopes, TrendReader reader, TrendFinder finder, TimeProvider time)
{
    /// <summary>The years asked about, bounds included, and how they were understood (notes); null bounds: any.</summary>
    private sealed record YearSpan(int? From, int? To, string? Note);

    /// <summary>Null when it is no such question, or the ledger has no series for it: then it is answered as any other.</summary>
    public async Task<Answer?> AnswerAsync(
        Question question, QuestionReading reading, ConversationTurn? before, CancellationToken cancellationToken)
    {
        if (reader.Read(reading) is not { } ask)
            return null;
        // Every report of the region may state a point, whatever year it sums up.
        var open = reading with { Years = [], RelativeYear = null };
        if (scopes.Resolve(open, index.Catalogue, before is null ? null : before with { Years = [] }) is not ScopeOutcome.Inside { Scope: { Place: null } scope })
            return null;
        var span = SpanOf(ask, reading, scope);
        var found = await finder.FindAsync(reading, scope, span.From, span.To, cancellationToken);
        var series = scope.IsRegionGiven || !found.Any(s => s.Points.Length > 1) ? found : [.. found.Where(s => s.Points.Length > 1)];
        if (series.IsEmpty || (!ask.IsNamed && series.All(s => s.Points.Length < 2)))
            return null;
        var (draft, chart) = TrendComposer.Compose(series, span.From, span.To, reading.IsEnglish);
        Frame(draft, reading, scope, span, series);
        var answer = draft.Answered() with { Chart = chart };
        var said = new[] { span.From, span.To }.OfType<int>().Select(y => y.ToString(CultureInfo.InvariantCulture));
        return DigitGate.Unsupported(answer, [question.Text, .. said]).IsEmpty ? answer : null;
    }

    private YearSpan SpanOf(TrendAsk ask, QuestionReading reading, Scope scope)
    {
        if (!reading.Years.IsEmpty)
            return new YearSpan(reading.Years[0], reading.Years[^1], null);
        if (ask.LastYears is not { } count)
            return new YearSpan(null, null, null);
        var today = time.GetLocalNow().Year;
        // Results end with the last year summed up, plans with the last one planned.
        var covered = scope.Reports
            .Select(r => scope.Status == AskedStatus.Target ? r.Metadata!.PlanYear ?? r.Metadata.SummaryYear : r.Metadata!.SummaryYear ?? r.Metadata.PlanYear)
            .OfType<int>().ToHashSet();
        if (covered.Count == 0 || Enumerable.Range(today - count + 1, count).Any(covered.Contains))
            return Back(today, english => english ? "by today's date" : "按提问日期");
        return Back(covered.Max(), english => english ? "because the reports end there" : "资料未覆盖提问日期所在年份");

        YearSpan Back(int to, Func<bool, string> why)
        {
            var from = to - count + 1;
            return new YearSpan(from, to, reading.IsEnglish
                ? string.Create(CultureInfo.InvariantCulture, $"The last {count} years are taken as {from}—{to}, {why(true)}.")
                : string.Create(CultureInfo.InvariantCulture, $"{why(false)}，“近{count}年”理解为{from}—{to}年。"));
        }
    }

    private static void Frame(
        AnswerDraft draft, QuestionReading reading, Scope scope, YearSpan span, ImmutableArray<TrendSeries> series)
    {
        if (span.Note is { } note)
        {
            draft.Line(note);
            var (from, to) = (span.From!.Value, span.To!.Value);
            draft.Compute(from, string.Create(CultureInfo.InvariantCulture, $"{to}−{to - from}={from}"));
            draft.Compute(to, string.Create(CultureInfo.InvariantCulture, $"{from}+{to - from}={to}"));
        }

        var without = reading.Regions.Select(r => r.Region.Name).Distinct()
            .Where(name => scope.Reports.Any(r => r.Metadata!.Region == name) && !series.Any(s => s.Region == name));
        foreach (var region in without)
            draft.Line(reading.IsEnglish ? $"The reports state no such figure for {region}." : $"资料没有写明{region}的这项数值。");
        foreach (var region in scope.Missing)
            draft.Line(reading.IsEnglish ? $"The reports do not cover {region}." : $"资料没有收录{region}的报告。");
    }
}
