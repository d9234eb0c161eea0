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

    /// <summary>Takes an option, from index 0, of the open question.</summary>
    /// <exception cref="InvalidOperationException">Nothing is asked.</exception>
    public Task<GuidedState> ChooseAsync(GuidedState state, int option, CancellationToken cancellationToken) =>
        NextAsync(state.Profile.With(Open(state).Options[option].Told), state.Asked, state, cancellationToken);

    /// <summary>Leaves the open question unanswered.</summary>
    public Task<GuidedState> SkipAsync(GuidedState state, CancellationToken cancellationToken) =>
        // Without a place nothing holds, whatever else is told.
        state.Profile.Region is null ? Task.FromResult(Ended(state)) : NextAsync(state.Profile, state.Asked, state, cancellationToken);

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

    /// <summary>The same without an open question: as far as it came.</summary>
    public static GuidedState Ended(GuidedState state) => state with { Question = null, Before = state };

    private static GuidedQuestion Open(GuidedState state) => state.Question ?? throw new InvalidOperationException("The dialogue is over: nothing is asked.");

    private async Task<GuidedState> NextAsync(EnterpriseProfile profile, ImmutableArray<string> asked, GuidedState? before, CancellationToken cancellationToken)
    {
        var result = await matchmaker.MatchAsync(profile, cancellationToken);
        var question = asked.Length < MostQuestions ? await QuestionAsync(result, asked, cancellationToken) : null;
        return new GuidedState(profile, result, question is null ? asked : asked.Add(question.Id), question) { Before = before };
    }

    // The question stays open unless what was told beside it settles it.
    private async Task<GuidedState> AgainAsync(GuidedState state, EnterpriseProfile profile, CancellationToken cancellationToken)
    {
        var result = await matchmaker.MatchAsync(profile, cancellationToken);
        var candidates = await CandidatesAsync(result, cancellationToken);
        return candidates.FirstOrDefault(q => q.Id == state.Asked[^1]) is { } same
            ? state with { Profile = profile, Result = result, Question = same }
            : await NextAsync(profile, state.Asked.RemoveAt(state.Asked.Length - 1), state.Before, cancellationToken);
    }

    private async Task<GuidedQuestion?> QuestionAsync(MatchResult result, ImmutableArray<string> asked, CancellationToken cancellationToken) =>
        (await CandidatesAsync(result, cancellationToken)).FirstOrDefault(q => !asked.Contains(q.Id));

    private async Task<ImmutableArray<GuidedQuestion>> CandidatesAsync(MatchResult result, CancellationToken cancellationToken)
    {
        var needsPlaces = result.NeedsRegion || result.Next.Any(n => n.Fact.Fact == ProfileFact.District);
        ImmutableArray<Region> places = needsPlaces ? await matchmaker.PlacesAsync(cancellationToken) : [];
        return [.. new GuidedQuestions(matchmaker.Vocabulary, result, places).InOrder()];
    }
}
