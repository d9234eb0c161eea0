using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Matching;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.TestServers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Channels.Tests.Chat;

/// <summary>A desk with a journal on disk, answers written down beforehand and people to talk to it.</summary>
internal sealed class ChatRoom : IDisposable, IFeedbackSink, ICorpusReload
{
    public const string Administrator = "1";

    public const string RunsTheGroup = "3";

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-chat-").FullName;
    private readonly StateDatabase _state;
    private readonly ConcurrentDictionary<string, (Question Question, Answer Answer)> _kept = new();
    private int _events;

    public ChatRoom(int perPerson = 0, int perChat = 0, params string[] allowed)
        : this(null, hasButtons: true, perPerson, perChat, allowed)
    {
    }

    /// <param name="matchmaker">Null: there are no measures.</param>
    public ChatRoom(Matchmaker? matchmaker, bool hasButtons, int perPerson = 0, int perChat = 0, params string[] allowed)
    {
        _state = StateDatabase.Open(_folder, Time, NullLogger<StateDatabase>.Instance);
        Journal = new ChatJournal(_state, "test", Time);
        Members = new ChatDirectory(_state, "test", Time);
        Store = new FeedbackStore(_state, TimeSpan.FromDays(90), Time);
        Access = new ChatAccess(new ChatAccessOptions([.. allowed], [Administrator], perPerson, perChat), Members, Time);
        Answerer = new ScriptedAnswerer(Answer);
        var rooms = new ChatRooms(
            Answerer, Index, this, Store, this, new LedgerSearch(Index, IndicatorVocabulary.Default), new ExampleQuestions(),
            matchmaker ?? new Matchmaker(Index, Time));
        Profiles = new ChatProfiles(_state, "test", Time);
        var matches = new MatchDesk(rooms.Matchmaker, Profiles, Time, hasButtons, NullLogger<MatchDesk>.Instance);
        Desk = new ChatDesk(rooms, Journal, Members, Access, matches, NullLogger<ChatDesk>.Instance, (_, person, _) => Task.FromResult(person.Id == RunsTheGroup));
    }

    public SteppedTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public MemoryIndex Index { get; } = SampleLedger.Index;

    public ScriptedAnswerer Answerer { get; }

    public ChatJournal Journal { get; }

    public ChatDirectory Members { get; }

    public FeedbackStore Store { get; }

    public ChatProfiles Profiles { get; }

    public ChatAccess Access { get; }

    public ChatDesk Desk { get; }

    public List<Question> Asked { get; } = [];

    public List<FeedbackVote> Votes { get; } = [];

    public int Reloads { get; private set; }

    public async Task<ChatOutput> SayAsync(string text, string person = "7", ChatPlace? place = null, string? language = null) =>
        await Desk.HearAsync(await RequestAsync(text, person, place, language), read: null, CancellationToken.None);

    /// <summary>The words of the notice that a message is answered with.</summary>
    public async Task<string> HearAsync(string text, string person = "7", ChatPlace? place = null, string? language = null) =>
        (await SayAsync(text, person, place, language)).ShouldBeOfType<ChatOutput.Notice>().Text;

    public async Task<ChatOutput> PressAsync(ButtonPress press, string? label = null, string person = "7", ChatPlace? place = null) =>
        await Desk.PressAsync(await RequestAsync("", person, place, null), ButtonPress.Parse(press.ToString()), label, read: null, CancellationToken.None);

    public static ChatPlace Alone(string person = "7") => new("test", person, null, ChatKind.Private);

    public static ChatPlace Group(string? thread = null) => new("test", "-100", thread, ChatKind.Group);

    public Task RememberAsync(Answer answer, Question question, CancellationToken cancellationToken)
    {
        _kept[answer.Id] = (question, answer);
        return Task.CompletedTask;
    }

    public Task<bool> RecordAsync(FeedbackVote vote, CancellationToken cancellationToken)
    {
        if (_kept.ContainsKey(vote.AnswerId))
            Votes.Add(vote);
        return Task.FromResult(_kept.ContainsKey(vote.AnswerId));
    }

    public void Request() => Reloads++;

    public void Dispose()
    {
        _state.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Answer Answer(Question question)
    {
        Asked.Add(question);
        return SampleAnswers.To(question);
    }

    private async Task<ChatRequest> RequestAsync(string text, string person, ChatPlace? place, string? language)
    {
        place ??= Alone(person);
        var stored = await Journal.ReceiveAsync([new ChatEvent($"{++_events}", place.Lane, person, text)], CancellationToken.None);
        return new ChatRequest(stored[0].Number, place, new ChatPerson(person, language), text, Time.GetUtcNow());
    }
}
