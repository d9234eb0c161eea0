using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>
/// Asks an enterprise for what settles most of the measures that may apply to it: the place first, then what is looked for, then by worth.
/// Without state of its own: safe for concurrent use.
/// </summary>
public sealed class GuidedDialogue(Matchmaker matchmaker)
{
    /// <summary>Beyond this many nobody goes on answering.</summary>
    public const int MostQuestions = 6;

    private readonly GuidedReading _reading = new(matchmaker);

    /// <param name="told">What is known already; it isn't asked for.</param>
    public async Task<GuidedState> BeginAsync(EnterpriseProfile told, CancellationToken cancellationToken) =>
        await NextAsync(told, [], before: null, cancellationToken);

    /// <summary>Takes an option, from index 0, of the open question. One that takes several stays open for the others.</summary>
    /// <exception cref="InvalidOperationException">Nothing is asked.</exception>
    public Task<GuidedState> ChooseAsync(GuidedState state, int option, CancellationToken cancellationToken)
    {
        var question = Open(state);
        var told = state.Profile.With(question.Options[option].Told);
        return question.TakesSeveral && option < question.Options.Length - 1
            ? AgainAsync(state, told, cancellationToken)
            : NextAsync(told, state.Asked, state, cancellationToken);
    }

    /// <summary>Leaves the open question unanswered. Without the place it goes on with what holds in the whole country.</summary>
    public Task<GuidedState> SkipAsync(GuidedState state, CancellationToken cancellationToken) =>
        NextAsync(state.Profile, state.Asked, state, cancellationToken);

    /// <summary>What a profile matches, the same at every step and at the end; without a place, what holds in the whole country.</summary>
    public Task<MatchResult> MatchAsync(EnterpriseProfile profile, CancellationToken cancellationToken)
    {
        // What the vocabulary of needs doesn't know is looked for in the measures' own words.
        var words = IsKnownNeed(profile.Need) ? null : profile.Need;
        return profile.Region is null ? matchmaker.MatchNationalAsync(profile, cancellationToken, words) : matchmaker.MatchAsync(profile, cancellationToken, words);
    }

    /// <summary>All that is offered holds in the whole country: nothing of the place, or no place is told.</summary>
    public static bool IsNationalAlone(MatchResult match) => !match.Serving.IsEmpty && match.Serving.All(m => Places.IsNational(m.Found));

    /// <summary>Something is looked for that none of the measures told is written for.</summary>
    public bool IsNeedUnserved(MatchResult match)
    {
        // Where no measure speaks of words that the vocabulary doesn't know, all of them count as 1, as if nothing were looked for.
        var most = IsKnownNeed(match.Profile.Need) ? 0 : 1;
        return match.Profile.Need is not null && !match.Serving.IsEmpty && match.Serving.All(m => m.Relevance <= most);
    }

    /// <summary>Reads words said to the open question, in its light. What they tell beside it is taken, too.</summary>
    /// <exception cref="InvalidOperationException">Nothing is asked.</exception>
    public async Task<GuidedReply> TellAsync(GuidedState state, string words, CancellationToken cancellationToken)
    {
        var question = Open(state);
        switch (_reading.Read(state.Profile, question, words))
        {
            case GuidedReading.Outcome.Answers answers:
                return new GuidedReply.Understood(await NextAsync(answers.Profile, state.Asked, state, cancellationToken));
            case GuidedReading.Outcome.TellsElse other:
                return new GuidedReply.Understood(await AgainAsync(state, other.Profile, cancellationToken));
            case GuidedReading.Outcome.NotKnown:
                return new GuidedReply.LeftOpen(await SkipAsync(state, cancellationToken));
            case GuidedReading.Outcome.Nothing nothing:
                return new GuidedReply.Unread(nothing.Hint);
            default:
                throw new InvalidOperationException("An outcome that isn't known here.");
        }
    }

    private static GuidedQuestion Open(GuidedState state) => state.Question ?? throw new InvalidOperationException("The dialogue is over: nothing is asked.");

    private async Task<GuidedState> NextAsync(EnterpriseProfile profile, ImmutableArray<string> asked, GuidedState? before, CancellationToken cancellationToken)
    {
        // Until the place was asked for nothing is offered: what holds in the whole country is not what it came for.
        var result = asked.IsEmpty && profile.Region is null ? await matchmaker.MatchAsync(profile, cancellationToken) : await MatchAsync(profile, cancellationToken);
        var question = asked.Length < MostQuestions ? await QuestionAsync(result, asked, cancellationToken) : null;
        return new GuidedState(profile, result, question is null ? asked : asked.Add(question.Id), question) { Before = before };
    }

    // The question stays open unless what was told beside it settles it.
    private async Task<GuidedState> AgainAsync(GuidedState state, EnterpriseProfile profile, CancellationToken cancellationToken)
    {
        var result = await MatchAsync(profile, cancellationToken);
        var candidates = await CandidatesAsync(result, cancellationToken);
        return candidates.FirstOrDefault(q => q.Id == state.Asked[^1]) is { } same
            ? state with { Profile = profile, Result = result, Question = same }
            : await NextAsync(profile, state.Asked.RemoveAt(state.Asked.Length - 1), state.Before, cancellationToken);
    }

    private bool IsKnownNeed(string? need) => need is not null && TextFolding.Fold(need) is var folded && matchmaker.Vocabulary.Needs.Any(n => n.IsToldIn(folded));

    private async Task<GuidedQuestion?> QuestionAsync(MatchResult result, ImmutableArray<string> asked, CancellationToken cancellationToken) =>
        (await CandidatesAsync(result, cancellationToken)).FirstOrDefault(q => !asked.Contains(q.Id));

    private async Task<ImmutableArray<GuidedQuestion>> CandidatesAsync(MatchResult result, CancellationToken cancellationToken)
    {
        var needsPlaces = result.NeedsRegion || result.Next.Any(n => n.Fact.Fact == ProfileFact.District);
        ImmutableArray<Region> places = needsPlaces ? await matchmaker.PlacesAsync(cancellationToken) : [];
        return [.. new GuidedQuestions(matchmaker.Vocabulary, result, places).InOrder()];
    }
}
