using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Corpus.Tests.Measures;
using Bot.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Bot.Answers.Tests.Matching;

/// <summary>
/// Ten enterprises whose matches were worked by hand over six policy documents: read from the question that tells of them,
/// matched against what the reader makes of the documents, and held against the worked results. Every miss is printed.
/// </summary>
public sealed class WorkedProfilesTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profiles-").FullName;
    // How conditions are read is the yardstick of the reader, beside its own tests.
    private const string Read = "condition read";

    private readonly Dictionary<string, (int Right, int All)> _scores = new(StringComparer.Ordinal);

    [Fact]
    public async Task Worked_profiles_are_matched_condition_by_condition()
    {
        var documents = await DocumentsAsync();
        var registers = AnnotatedRegister.All().ToDictionary(r => r.Document);
        using var index = SqliteReportIndex.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteReportIndex>.Instance);
        foreach (var (document, report) in documents)
            await index.ReplaceAsync(report, document, CancellationToken.None);

        foreach (var worked in WorkedProfile.All())
        {
            var page = await index.FindMeasuresAsync(new MeasureQuery(worked.Today, Limit: 1000), CancellationToken.None);
            Hold(worked, documents, registers, page.Measures);
        }

        foreach (var (name, (right, all)) in _scores.OrderBy(s => s.Key, StringComparer.Ordinal))
            output.WriteLine($"{name,-40} {right}/{all}");
        foreach (var score in _scores.Keys.Where(s => s != Read))
            _scores[score].Right.ShouldBe(_scores[score].All, score);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Hold(WorkedProfile worked, Dictionary<string, Report> documents, Dictionary<string, AnnotatedRegister> registers, ImmutableArray<FoundMeasure> measures)
    {
        output.WriteLine($"## {worked.Id}");
        var profile = new ProfileReader().Read(worked.Asked, worked.Today);
        var result = new MeasureMatching().Match(profile, measures, worked.Today);
        // What something stands against is told only where it is looked for; how it stands is held against the worked verdicts all the same.
        var near = new MeasureMatching().Match(profile with { Need = null }, measures, worked.Today).NearMisses.Where(n => !result.Offered.Any(o => o.Found == n.Found));
        var matched = result.Offered.Concat(near).ToList();
        foreach (var expected in worked.Expect)
        {
            var found = matched.Find(m => IsNamed(m, expected.Measure, documents, registers));
            Score("expected measure found", found is not null, expected.Measure);
            if (found is null)
                continue;
            foreach (var condition in expected.Conditions)
                Verdict(found.Conditions, found.Found, condition, documents, expected.Measure);
            if (expected.Computed is { } sum && found.Gain is { } given)
                Score("sum given is right", given.Value == MoneyUnit.Yuan(sum.Value, sum.Unit), expected.Measure);
            if (expected.Computed is { } computed)
                Score("computed", found.Gain is { } gain && gain.Value == MoneyUnit.Yuan(computed.Value, computed.Unit), $"{expected.Measure} wanted {computed.Value}{computed.Unit} got {found.Gain?.Value.ToString(CultureInfo.InvariantCulture) ?? "nothing, missing " + found.MissingForGain}");
        }

        foreach (var condition in worked.GeneralConditions)
        {
            if (matched.Find(m => m.Found.Report.ToString() == Path.GetFileNameWithoutExtension(condition.Document!)) is { } any)
                Verdict([.. matched.Where(m => m.Found.Report == any.Found.Report).SelectMany(m => m.Conditions)], any.Found, condition, documents, condition.Document!);
        }

        // Of what can't be had together, what is had in all; a sum that can't be reckoned (利率没有说) leaves nothing to choose from.
        foreach (var together in worked.Together)
        {
            var sums = matched.Where(m => together.Measures.Any(t => IsNamed(m, t, documents, registers))).Where(m => m.Gain is not null).ToList();
            var highest = result.Highest.FirstOrDefault(h => sums.TrueForAll(h.Measures.Contains))?.Measures[0] ?? (sums.Count == 1 ? sums[0] : null);
            Score("together", highest?.Gain!.Value == MoneyUnit.Yuan(together.Value, together.Unit), string.Join(" + ", together.Measures));
        }

        foreach (var never in worked.Never)
            Score("never offered", !result.Offered.Any(m => IsNamed(m, never, documents, registers)), never);
    }

    private void Verdict(ImmutableArray<ConditionMatch> conditions, FoundMeasure registered, WorkedCondition worked, Dictionary<string, Report> documents, string where)
    {
        var report = documents.Values.First(d => d.Id == registered.Report);
        var places = new AnnotatedPlaces(report.Text);
        var found = conditions.FirstOrDefault(c => Stands(places, worked.Text, c.Condition.Span));
        Score(Read, found is not null, $"{where} {worked.Text}");
        if (found is { Verdict: ConditionVerdict.Met or ConditionVerdict.NotMet })
            Score("verdict given is right", found.Verdict.ToString() == worked.Verdict, $"{where} “{worked.Text}” wanted {worked.Verdict} got {found.Verdict} told {found.Told?.Chinese}");
        if (found is not null)
            Score("verdict", found.Verdict.ToString() == worked.Verdict, $"{where} “{worked.Text}” wanted {worked.Verdict} ({worked.Why}) got {found.Verdict} for “{found.Clause}” {found.Condition.Kind} told {found.Told?.Chinese}");
    }

    // The words may stand in several places of the document.
    private static bool Stands(AnnotatedPlaces places, string words, TextSpan span)
    {
        for (var (at, last) = (places.Find(words), -1); at is { } found && found.Start > last; (at, last) = (places.Find(words, found.Start + 1), found.Start))
        {
            if (span.Overlaps(found))
                return true;
        }

        return false;
    }

    private static bool IsNamed(MatchedMeasure matched, string name, Dictionary<string, Report> documents, Dictionary<string, AnnotatedRegister> registers)
    {
        var (document, id) = (name.Split('#')[0], name.Split('#')[1]);
        var report = documents[document];
        if (matched.Found.Report != report.Id)
            return false;
        var annotated = registers[document].Measures.First(m => m.Id == id);
        return new AnnotatedPlaces(report.Text).Find(annotated.Anchor) is { } at && matched.Measure.Span.Overlaps(at);
    }

    // The documents and profiles stand beside the reader's tests.
    private static string Documents([CallerFilePath] string here = "") =>
        AnnotatedRegister.Folder(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Bot.Corpus.Tests", "Measures", "AnnotatedRegister.cs"));

    private void Score(string name, bool isRight, string miss)
    {
        var (right, all) = _scores.GetValueOrDefault(name);
        _scores[name] = (right + (isRight ? 1 : 0), all + 1);
        if (!isRight)
            output.WriteLine($"{name}: {miss}");
    }

    private static async Task<Dictionary<string, Report>> DocumentsAsync()
    {
        var documents = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (var annotated in AnnotatedRegister.All())
        {
            var outcome = await new CorpusReader().ReadAsync(Path.Combine(Documents(), annotated.Document), CancellationToken.None);
            documents[annotated.Document] = outcome.ShouldBeOfType<ReadOutcome.Success>().Report;
        }

        return documents;
    }

    private sealed record WorkedProfile(
        string Id, DateOnly Today, string Asked, WorkedCondition[] GeneralConditions, WorkedMeasure[] Expect, WorkedTogether[] Together, string[] Never)
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

        public static IEnumerable<WorkedProfile> All() =>
            Directory.GetFiles(Path.Combine(Documents(), "..", "Profiles"), "*.json").Order(StringComparer.Ordinal)
                .Select(file => JsonSerializer.Deserialize<WorkedProfile>(File.ReadAllText(file), Options)!);
    }

    private sealed record WorkedMeasure(string Measure, WorkedCondition[] Conditions, WorkedSum? Computed);

    private sealed record WorkedTogether(string[] Measures, decimal Value, string Unit);

    private sealed record WorkedCondition(string Text, string Verdict, string Why, string? Document);

    private sealed record WorkedSum(decimal Value, string Unit, string Steps);
}
