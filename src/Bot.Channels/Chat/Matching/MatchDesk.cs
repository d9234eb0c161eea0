using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels;

/// <summary>
/// Leads people by a few questions to the measures that may apply to their enterprise. Dialogues stay in memory; a profile is kept only
/// when its person says so.
/// </summary>
/// <param name="hasButtons">False: choices are numbered in the text and answered by their numbers.</param>
internal sealed partial class MatchDesk(Matchmaker matchmaker, ChatProfiles profiles, TimeProvider time, bool hasButtons, ILogger<MatchDesk> logger)
{
    // Characters: more than so many don't fit into half or a third of a row.
    private const int WideLabel = 12;
    private const int NarrowLabel = 6;

    private readonly GuidedDialogue _dialogue = new(matchmaker);
    private readonly MatchTalks _talks = new(time);

    public bool HasButtons => hasButtons;

    /// <summary>Begins a dialogue in place of one that is open. What is kept is shown first, alone with its person.</summary>
    /// <param name="told">What is told of the enterprise already; perhaps empty.</param>
    public async Task<ChatOutput> BeginAsync(ChatRequest request, string told, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf(told);
        _talks.End(request.Conversation);
        if ((await matchmaker.PlacesAsync(cancellationToken)).IsEmpty)
            return new ChatOutput.Notice(MatchWords.NoMeasures(language)) { Language = language };
        var talk = new MatchTalk(Token(), 0, language, new MatchStage.Listed(EnterpriseProfile.Empty, IsOffered: false), []);
        if (told.Length == 0 && request.Place.Kind is ChatKind.Private && await FindKeptAsync(request.Person, cancellationToken) is var (kept, at))
            return Say(request, talk, new MatchStage.Showing(kept), null, MatchWords.Kept(kept, at, language));
        return await GoOnAsync(request, talk, await _dialogue.BeginAsync(matchmaker.Read(told), cancellationToken), "", cancellationToken);
    }

    /// <summary>Takes words as part of the open dialogue; null where none is open, or they are no answer to it.</summary>
    public async Task<ChatOutput?> HearAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Length > Question.MaximumLength)
            return null;
        // WeCom's members answer by quoting the question, which is no part of the answer.
        var words = Quoted().Replace(request.Text, "").Trim();
        if (_talks.Find(request.Conversation) is not { } talk)
            return MatchWords.IsAnswerAlone(words) ? Interrupted(request.LanguageOf(words)) : null;
        if (MatchWords.IsCancel(words))
        {
            _talks.Drop(request.Conversation);
            return new ChatOutput.Notice(MatchWords.Cancelled(talk.Language)) { Language = talk.Language };
        }
        // Said to a question that is over: taken for an answer to this one it would tell something else.
        if (request.IsEdited && talk.Stage is MatchStage.Asking { State: var open })
            return await GoOnAsync(request, talk, open, MatchWords.Edited(talk.Language), cancellationToken);
        if (ChoiceOf(talk, words) is { } choice)
            return await ActAsync(request, talk, choice, cancellationToken);
        words = SeveralOf(talk, words) ?? words;
        switch (talk.Stage)
        {
            case MatchStage.Asking asking:
                return await TellAsync(request, talk, asking, words, cancellationToken);
            case MatchStage.Showing showing when matchmaker.ReadTold(words) is { } told:
                return await GoOnAsync(request, talk, await _dialogue.BeginAsync(showing.Kept.With(told), cancellationToken), "", cancellationToken);
            // The place was left open before: with it there is more to ask.
            case MatchStage.Listed { Profile: { Region: null } placeless } when matchmaker.ReadTold(words) is { Region: not null } told:
                return await GoOnAsync(request, talk, await _dialogue.BeginAsync(placeless.With(told), cancellationToken), "", cancellationToken);
            case MatchStage.Listed listed when matchmaker.ReadTold(words) is { } told:
                return await ListAsync(request, talk, listed.Profile.With(told), cancellationToken);
            // A list that nothing is asked about is over once something else is spoken of.
            case MatchStage.Listed { IsOffered: false }:
                _talks.End(request.Conversation);
                return null;
            default:
                return null;
        }
    }

    public async Task<ChatOutput> PressAsync(ChatRequest request, ButtonPress.Choose press, CancellationToken cancellationToken)
    {
        var language = request.LanguageOf("");
        if (_talks.Find(request.Conversation) is not { } talk || talk.Token != press.Talk)
            return _talks.Knows(press.Talk) ? new ChatOutput.Flash(MatchWords.NotYours(language)) { Language = language } : Interrupted(language);
        if (talk.Step != press.Step || press.Choice >= talk.Choices.Length)
            return new ChatOutput.Flash(MatchWords.Stale(talk.Language)) { Language = talk.Language };
        return await ActAsync(request, talk, talk.Choices[press.Choice], cancellationToken);
    }

    /// <summary>What is kept of a person's enterprise, in words; null: nothing is.</summary>
    public async Task<string?> DescribeAsync(ChatPerson person, ChatLanguage language, CancellationToken cancellationToken) =>
        await FindKeptAsync(person, cancellationToken) is var (kept, _) ? ProfileText.Of(kept, language is ChatLanguage.English) : null;

    /// <summary>What was told of the enterprise in the conversation's last dialogue that came to its list; null: nothing is remembered.</summary>
    public EnterpriseProfile? ToldIn(string conversation) => _talks.ToldIn(conversation);

    /// <summary>Ends a person's open dialogues, and forgets what was told in earlier ones. What is kept is the journal's to forget.</summary>
    public void Forget(ChatRequest request) => _talks.Forget(request.Conversations);

    // Never silence: the dialogue may have ended with the process, and nobody who is asked something knows that.
    private static ChatOutput.Notice Interrupted(ChatLanguage language) => new(MatchWords.Interrupted(language)) { Language = language };

    private async Task<ChatOutput> ActAsync(ChatRequest request, MatchTalk talk, MatchChoice choice, CancellationToken cancellationToken)
    {
        switch (talk.Stage, choice.Action)
        {
            case (MatchStage.Asking { State: var state }, MatchAction.Choose):
                return await GoOnAsync(request, talk, await _dialogue.ChooseAsync(state, choice.Option, cancellationToken), "", cancellationToken);
            case (MatchStage.Asking { State: var state }, MatchAction.Skip):
                return await GoOnAsync(request, talk, await _dialogue.SkipAsync(state, cancellationToken), "", cancellationToken);
            case (MatchStage.Asking { State.Before: { } before }, MatchAction.Back):
                return await GoOnAsync(request, talk, before, "", cancellationToken);
            case (MatchStage.Asking { State: var state }, MatchAction.Back):
                return await GoOnAsync(request, talk, state, "", cancellationToken);
            case (MatchStage.Asking { State: var state }, MatchAction.Finish):
                return await ListAsync(request, talk, state.Profile, cancellationToken);
            case (MatchStage.Listed { Profile: var profile }, MatchAction.Keep):
                await profiles.KeepAsync(request.Person.Id, ProfileJson.Write(profile), cancellationToken);
                return Settle(request, talk, profile, MatchWords.Saved(talk.Language));
            case (MatchStage.Listed { Profile: var profile }, MatchAction.Discard):
                return Settle(request, talk, profile, MatchWords.NotSaved(talk.Language));
            case (MatchStage.Showing { Kept: var kept }, MatchAction.Use):
                return await ListAsync(request, talk, kept, cancellationToken);
            case (MatchStage.Showing { Kept: var kept }, MatchAction.Change):
                return await GoOnAsync(request, talk, await _dialogue.BeginAsync(kept, cancellationToken), "", cancellationToken);
            case (MatchStage.Showing, MatchAction.Anew):
                return await GoOnAsync(request, talk, await _dialogue.BeginAsync(EnterpriseProfile.Empty, cancellationToken), "", cancellationToken);
            case (MatchStage.Showing, MatchAction.Delete):
                await profiles.ForgetAsync(request.Person.Id, cancellationToken);
                _talks.Drop(request.Conversation);
                return new ChatOutput.Notice(MatchWords.Deleted(talk.Language)) { Language = talk.Language };
            default:
                return new ChatOutput.Flash(MatchWords.Stale(talk.Language)) { Language = talk.Language };
        }
    }

    // What cannot be read is said so and asked again once; a question is answered as one, and the dialogue stays open.
    private async Task<ChatOutput?> TellAsync(ChatRequest request, MatchTalk talk, MatchStage.Asking asking, string words, CancellationToken cancellationToken)
    {
        if (IsQuestion(asking.State.Question!, words)) // it is asked
            return null;
        switch (await _dialogue.TellAsync(asking.State, words, cancellationToken))
        {
            case GuidedReply.Understood understood:
                return await GoOnAsync(request, talk, understood.State, "", cancellationToken);
            case GuidedReply.LeftOpen open:
                return await GoOnAsync(request, talk, open.State, "", cancellationToken);
            case GuidedReply.Unread unread when !asking.WasUnread:
                var hint = unread.Hint.In(talk.IsEnglish) + MatchWords.AskingNeedsMark(talk.Language);
                return Say(request, talk, asking with { WasUnread = true }, null, $"{hint}\n\n{QuestionOf(asking.State, talk.Language)}");
            default:
                return await GoOnAsync(request, talk, await _dialogue.SkipAsync(asking.State, cancellationToken), MatchWords.StillUnread(talk.Language), cancellationToken);
        }
    }

    // 有什么研发补助 says what is looked for as well as any words; with a question mark it is a question all the same.
    private static bool IsQuestion(GuidedQuestion open, string words) => open.Id == GuidedQuestion.NeedId
        ? words.AsSpan().IndexOfAny('?', '？') >= 0
        : Matchmaker.IsAsking(words);

    private async Task<ChatOutput> GoOnAsync(ChatRequest request, MatchTalk talk, GuidedState state, string lead, CancellationToken cancellationToken)
    {
        if (state.Question is null)
            return await ListAsync(request, talk, state.Profile, cancellationToken);
        var parts = new[] { lead, MatchWords.Known(state.Profile, talk.Language), Limits(state.Result, talk.Language), QuestionOf(state, talk.Language) };
        return Say(request, talk, new MatchStage.Asking(state), Matchmaker.Outline(state.Result, talk.IsEnglish), string.Join("\n\n", parts.Where(p => p.Length > 0)));
    }

    private static string QuestionOf(GuidedState state, ChatLanguage language) => string.Create(
        CultureInfo.InvariantCulture, $"({state.Number}/{GuidedDialogue.MostQuestions}) {state.Question!.Words.In(language is ChatLanguage.English)}"); // asked for by those who know that there is one

    // The whole list; then, where something was told that isn't kept already, the offer to keep it.
    private async Task<ChatOutput> ListAsync(ChatRequest request, MatchTalk talk, EnterpriseProfile profile, CancellationToken cancellationToken)
    {
        var result = await _dialogue.MatchAsync(profile, cancellationToken);
        if (!profile.IsEmpty)
            _talks.Tell(request.Conversation, profile);
        // To keep what brought no list would promise that it helps next time.
        if (Matchmaker.Tell(result, talk.IsEnglish) is not { } answer)
            return Say(request, talk, new MatchStage.Listed(profile, IsOffered: false), null, MatchWords.Nothing(profile, await matchmaker.RegionsAsync(cancellationToken), talk.Language));
        var isOffered = profile.Region is not null
            && !(await FindKeptAsync(request.Person, cancellationToken) is var (kept, _) && ProfileJson.Write(kept) == ProfileJson.Write(profile));
        var then = Say(request, talk, new MatchStage.Listed(profile, isOffered), null, MatchWords.Offer(talk.Language));
        var shown = Limits(result, talk.Language) is { Length: > 0 } limits ? answer with { Text = $"{limits}\n\n{answer.Text}" } : answer;
        return new ChatOutput.Answered(shown, IsRemembered: false) { Language = talk.Language, Then = isOffered ? then : null };
    }

    // What the list can't tell, or isn't about.
    private string Limits(MatchResult result, ChatLanguage language)
    {
        var national = GuidedDialogue.IsNationalAlone(result) ? MatchWords.OnlyNational(result.Profile.Region, language) : "";
        return national + (_dialogue.IsNeedUnserved(result) ? MatchWords.NeedUnserved(result.Profile.Need!, language) : ""); // unserved: there is one
    }

    private ChatOutput.Notice Settle(ChatRequest request, MatchTalk talk, EnterpriseProfile profile, string text)
    {
        // What is told next still brings the list anew.
        _talks.Keep(request.Conversation, talk with { Step = talk.Step + 1, Stage = new MatchStage.Listed(profile, IsOffered: false), Choices = [] });
        return new ChatOutput.Notice(text) { Language = talk.Language };
    }

    // The next message of the dialogue, with what can be chosen under it.
    private ChatOutput.Asked Say(ChatRequest request, MatchTalk talk, MatchStage stage, Answer? list, string text)
    {
        var choices = ChoicesAt(stage, talk.Language);
        var next = talk with { Step = talk.Step + 1, Stage = stage, Choices = choices };
        _talks.Keep(request.Conversation, next);
        if (hasButtons || choices.IsEmpty)
            return new ChatOutput.Asked(list, text, RowsOf(next)) { Language = talk.Language };
        var numbered = OptionsOf(stage, choices);
        var lines = numbered.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {c.Label}")).Prepend(text).Append(MatchWords.Numbered(stage, !numbered.IsEmpty, talk.Language));
        return new ChatOutput.Asked(list, string.Join('\n', lines), []) { Language = talk.Language };
    }

    private static ImmutableArray<MatchChoice> ChoicesAt(MatchStage stage, ChatLanguage language)
    {
        MatchAction[] actions = stage switch
        {
            MatchStage.Showing => [MatchAction.Use, MatchAction.Change, MatchAction.Anew, MatchAction.Delete],
            MatchStage.Asking { State.Before: null } => [MatchAction.Skip, MatchAction.Finish],
            MatchStage.Asking => [MatchAction.Skip, MatchAction.Back, MatchAction.Finish],
            MatchStage.Listed { IsOffered: true } => [MatchAction.Keep, MatchAction.Discard],
            _ => [],
        };
        var options = stage is MatchStage.Asking { State.Question: { } question } ? question.Options : [];
        return
        [
            .. options.Select((o, i) => new MatchChoice(o.Label.In(language is ChatLanguage.English), MatchAction.Choose, i)),
            .. actions.Select(a => new MatchChoice(MatchWords.Label(a, language), a)),
        ];
    }

    // Of a question its options are numbered; what steers is said in words.
    private static ImmutableArray<MatchChoice> OptionsOf(MatchStage stage, ImmutableArray<MatchChoice> choices) =>
        stage is MatchStage.Asking ? [.. choices.Where(c => c.Action is MatchAction.Choose)] : choices;

    private MatchChoice? ChoiceOf(MatchTalk talk, string words)
    {
        if (talk.Choices.FirstOrDefault(c => string.Equals(c.Label, words, StringComparison.OrdinalIgnoreCase)) is { } named)
            return named;
        if (talk.Stage is MatchStage.Asking && MatchWords.Steering(words) is { } action)
            return talk.Choices.FirstOrDefault(c => c.Action == action) ?? new MatchChoice("", action);
        var numbered = OptionsOf(talk.Stage, talk.Choices);
        return !hasButtons && int.TryParse(words.TrimEnd('.', '。'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= numbered.Length
            ? numbered[number - 1]
            : null;
    }

    // 1、3 of the numbered options where several may be so: their names.
    private string? SeveralOf(MatchTalk talk, string words)
    {
        if (hasButtons || talk.Stage is not MatchStage.Asking { State.Question: { TakesSeveral: true } question } || !Numbers().IsMatch(words))
            return null;
        var chosen = Number().Matches(words).Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture)).ToList();
        return chosen.TrueForAll(n => n >= 1 && n < question.Options.Length) ? string.Join('、', chosen.Select(n => question.Options[n - 1].Label.Chinese)) : null;
    }

    private static ImmutableArray<ImmutableArray<ChatButton>> RowsOf(MatchTalk talk)
    {
        var buttons = talk.Choices.Select((c, i) => (Choice: c, Button: new ChatButton(c.Label, new ButtonPress.Choose(talk.Token, talk.Step, i)))).ToList();
        var options = buttons.Where(b => b.Choice.Action is MatchAction.Choose).Select(b => b.Button).ToList();
        var longest = options.Select(o => o.Label.Length).DefaultIfEmpty().Max();
        var perRow = longest <= NarrowLabel ? 3 : longest <= WideLabel ? 2 : 1;
        ImmutableArray<ChatButton> steering = [.. buttons.Where(b => b.Choice.Action is not MatchAction.Choose).Select(b => b.Button)];
        return [.. options.Chunk(perRow).Select(row => row.ToImmutableArray()), .. steering.IsEmpty ? Array.Empty<ImmutableArray<ChatButton>>() : [steering]];
    }

    private async Task<(EnterpriseProfile Profile, DateTimeOffset At)?> FindKeptAsync(ChatPerson person, CancellationToken cancellationToken)
    {
        if (await profiles.FindAsync(person.Id, cancellationToken) is not { } kept)
            return null;
        if (ProfileJson.Read(kept.Profile) is { } profile)
            return (profile, kept.At);
        Log.Damaged(logger);
        return null;
    }

    private static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(6));

    [GeneratedRegex(@"\n“.*”\s*$", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\d{1,2}(?:[\s,，、和]+\d{1,2})+$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d{1,2}")]
    private static partial Regex Number();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A kept profile can't be read and is taken for none")]
        public static partial void Damaged(ILogger logger);
    }
}
