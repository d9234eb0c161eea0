using Bot.Retrieval;
using Microsoft.Extensions.Logging;

namespace Bot.Channels.WeCom;

/// <summary>What answers for the AI bot, put together for one way of reaching WeCom.</summary>
internal sealed class AiBotRoom : IDisposable
{
    private readonly IReportIndex _index;
    private readonly StreamBoard _board;
    private readonly ChatJournal _journal;
    private readonly ChatDirectory _directory;
    private readonly AiBotPlatform _platform;
    private readonly ChatWork _work;
    private readonly QuestionTurns _turns;

    public AiBotRoom(
        ChatRooms rooms, StateDatabase state, ReportLinks links, ChatAccessOptions access, WeComSoundness soundness, StreamBoard board, IAiBotDelivery delivery, ChatLanes lanes,
        TimeProvider time, ILoggerFactory loggers)
    {
        (_index, _board) = (rooms.Index, board);
        _journal = new ChatJournal(state, AiBotReader.Platform, time);
        _directory = new ChatDirectory(state, AiBotReader.Platform, time);
        var matches = new MatchDesk(rooms.Matchmaker, new ChatProfiles(state, AiBotReader.Platform, time), time, hasButtons: false, loggers.CreateLogger<MatchDesk>());
        var desk = new ChatDesk(rooms, _journal, _directory, new ChatAccess(access, _directory, time), matches, loggers.CreateLogger<ChatDesk>());
        var renderer = new WeComRenderer(links);
        _platform = new AiBotPlatform(desk, renderer, board, delivery, time);
        _work = new ChatWork(_platform, _journal, _directory, lanes, time, loggers.CreateLogger<ChatWork>());
        soundness.Watch(_work);
        _turns = new QuestionTurns(_journal, _work);
        Intake = new AiBotIntake(
            _work, _turns, _journal, board, delivery, desk, new CardWriting(links), new AiBotWelcome(desk, renderer, rooms.Index),
            new AiBotFeedback(_journal, rooms.Feedback), time);
    }

    public AiBotIntake Intake { get; }

    /// <summary>Goes on with what an earlier process left; WeCom may ask about its streams at once.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var open in await _journal.OpenEventsAsync(cancellationToken))
            _board.Open(open.Event.Subject!, open.At); // every event of this channel has one
        await _work.ResumeAsync(cancellationToken);
    }

    /// <summary>Announces new reports to the chats that subscribed, until it is cancelled.</summary>
    public Task TellNewsAsync(CancellationToken cancellationToken) =>
        _work.TellNewsAsync(new ReportNews(_index, _journal, _directory, _platform.Announce), cancellationToken);

    public void Dispose() => _turns.Dispose();
}
