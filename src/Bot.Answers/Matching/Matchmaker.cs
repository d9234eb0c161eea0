using System.Collections.Immutable;
using Bot.Answers.Grounding;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Matching;

/// <summary>
/// The measures of an index for an enterprise: reads what is told, matches it, tells the outcome as an answer with its sources. What a
/// guided dialogue and a form are built on. Safe for concurrent use.
/// </summary>
public sealed class Matchmaker
{
    private readonly ProfileReader _profiles;
    private readonly MeasureMatching _matching;
    private readonly MeasureShelf _shelf;
    private readonly TimeProvider _time;

    internal MatchVocabulary Vocabulary { get; }

    /// <param name="time">Tells the asker's date.</param>
    /// <param name="vocabularyFolder">Folder with the operator's additions to the vocabulary files, or null.</param>
    /// <exception cref="FormatException">A line of them can't be used; says which and why.</exception>
    public Matchmaker(IReportIndex index, TimeProvider time, string? vocabularyFolder = null)
        : this(index, time, new MatchVocabulary(vocabularyFolder))
    {
    }

    internal Matchmaker(IReportIndex index, TimeProvider time, MatchVocabulary vocabulary) =>
        (Vocabulary, _profiles, _matching, _shelf, _time) = (vocabulary, new(vocabulary), new(vocabulary), new(index), time);

    /// <summary>The day as of which measures hold.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_time.GetLocalNow().DateTime);

    /// <summary>What free words tell of an enterprise.</summary>
    public EnterpriseProfile Read(string words) => _profiles.Read(words, Today);

    /// <summary>What words tell that ask nothing; null where they ask, or tell nothing of an enterprise.</summary>
    public EnterpriseProfile? ReadTold(string words) =>
        Read(words) is var told && Telling.IsTelling(TextFolding.Fold(words), told) ? told : null;

    /// <summary>True where words ask something rather than tell it.</summary>
    public static bool IsAsking(string words) => Telling.IsAsking(TextFolding.Fold(words));

    /// <param name="asked">The number that was asked for: one without a name is of it.</param>
    internal EnterpriseProfile Read(string words, ProfileQuantity? asked) => _profiles.Read(words, Today, asked);

    /// <summary>Without a region in the profile nothing is offered (<see cref="MatchResult.NeedsRegion"/>).</summary>
    /// <param name="words">What was asked, whole: measures that it speaks of come first. Null: nothing in particular.</param>
    public async Task<MatchResult> MatchAsync(EnterpriseProfile profile, CancellationToken cancellationToken, string? words = null)
    {
        var today = Today;
        var around = profile.Region is { } place ? await _shelf.AroundAsync(place, today, cancellationToken) : [];
        return _matching.Match(profile, around, today, words);
    }

    /// <summary>What holds in the whole country, for an enterprise whose place isn't told. <see cref="MatchResult.NeedsRegion"/> stays true.</summary>
    /// <param name="words">As for <see cref="MatchAsync"/>.</param>
    public async Task<MatchResult> MatchNationalAsync(EnterpriseProfile profile, CancellationToken cancellationToken, string? words = null)
    {
        var today = Today;
        return _matching.MatchNational(profile, await _shelf.NationalAsync(today, cancellationToken), today, words);
    }

    /// <summary>The outcome as an answer; null where there is nothing to offer and nothing that nearly fits.</summary>
    /// <param name="words">What the asker said: its numbers may be repeated, as may the year of what is asked next.</param>
    public static Answer? Tell(MatchResult result, bool english, string words = "")
    {
        if (new MatchComposer(result, english).Compose() is not { } draft)
            return null;
        var tellsRule = result.IsPastAskedFor || !result.NearMisses.IsEmpty || result.Offered.Any(m => m.Measure.Standing == MeasureStanding.Rule);
        var answer = tellsRule ? draft.Answered() : draft.Refused();
        // What is asked for next (2025年研发费用) states nothing.
        return DigitGate.Unsupported(answer, [words, .. result.Profile.ToldNumbers, .. result.Next.Select(n => n.Ask(english))]).IsEmpty ? answer : null;
    }

    /// <summary>The same in short: how many measures there are, and the first of them with their sources; null where <see cref="Tell"/> is.</summary>
    public static Answer.Answered? Outline(MatchResult result, bool english) =>
        new OutlineComposer(result, english).Compose() is { } draft && draft.Answered() is var answer && DigitGate.Unsupported(answer, result.Profile.ToldNumbers).IsEmpty
            ? answer
            : null;

    /// <summary>The regions whose documents set measures, by name.</summary>
    public async Task<ImmutableArray<string>> RegionsAsync(CancellationToken cancellationToken) =>
        [.. (await PlacesAsync(cancellationToken)).Select(p => p.Name).Distinct()];

    /// <summary>The regions whose documents set measures, those with most first.</summary>
    public Task<ImmutableArray<Region>> PlacesAsync(CancellationToken cancellationToken) => _shelf.PlacesWithRulesAsync(Today, cancellationToken);

    /// <summary>Where documents set no measures for a place, nor for any around or inside it: the places that have some. Empty where they do.</summary>
    public async Task<ImmutableArray<Region>> UncoveredAsync(Region? place, CancellationToken cancellationToken)
    {
        var covered = await PlacesAsync(cancellationToken);
        return place is null || covered.Any(c => Places.IsIn(place, c) || Places.IsIn(c, place)) ? [] : covered;
    }

    /// <summary>The recognitions and platforms that conditions of measures name, by usual name, the most named first.</summary>
    public Task<ImmutableArray<string>> StandingsAsync(CancellationToken cancellationToken) => _shelf.StandingsInRulesAsync(Today, cancellationToken);

    /// <summary>What may be looked for; the Chinese name, told, is understood.</summary>
    public ImmutableArray<Bilingual> Needs => [.. Vocabulary.Needs.Select(n => n.Name)];
}
