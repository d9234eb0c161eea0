using Bot.Corpus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Retrieval.Tests.State;

public sealed class StateDatabaseTests : IDisposable
{
    private const string FormatOne = """
        CREATE TABLE answers (
            id TEXT PRIMARY KEY, at INTEGER NOT NULL, question TEXT NOT NULL, folded_question TEXT NOT NULL, text TEXT NOT NULL,
            outcome INTEGER NOT NULL, citations TEXT NOT NULL, conversation TEXT, vote INTEGER, comment TEXT, voted_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX answers_by_time ON answers (at);
        INSERT INTO answers VALUES ('kept', 1772366400000, '问', '问', '答', 0, '[]', NULL, 0, NULL, 1772366400000);
        PRAGMA user_version = 1;
        """;

    private const string FormatThree = """
        CREATE TABLE corrections (
            id TEXT PRIMARY KEY, report TEXT NOT NULL, sentence TEXT NOT NULL, number_start INTEGER NOT NULL, number_end INTEGER NOT NULL,
            meaning TEXT NOT NULL, at INTEGER NOT NULL, note TEXT, UNIQUE (report, sentence, number_start, number_end)
        ) WITHOUT ROWID;
        INSERT INTO corrections VALUES ('x', 'a', '共1家。', 1, 3,
            '{"Region":"绍兴市","Period":{"FromYear":2019,"ToYear":2019,"FromMonth":1,"ToMonth":11},"Value":1.50,"Unit":"家","Status":"Target","Aspect":"Rank","Base":"全省","IsUsable":false}',
            1772366400000, '说明');
        PRAGMA user_version = 3;
        """;

    private const string FormatFour = """
        CREATE TABLE corrections (
            id TEXT PRIMARY KEY, subject TEXT NOT NULL, report TEXT NOT NULL, sentence TEXT NOT NULL, place_start INTEGER NOT NULL,
            place_end INTEGER NOT NULL, meaning TEXT NOT NULL, at INTEGER NOT NULL, made_by TEXT, note TEXT,
            UNIQUE (report, sentence, place_start, place_end, subject)
        ) WITHOUT ROWID;
        INSERT INTO corrections VALUES ('x', 'figure', 'a', '共1家。', 1, 3,
            '{"Region":"绍兴市","Period":{"FromYear":2019,"ToYear":2019,"FromMonth":1,"ToMonth":11},"Value":1.50,"Unit":"家","Status":"Target","Aspect":"Rank","Base":"全省","IsUsable":false}',
            1772366400000, NULL, '说明');
        PRAGMA user_version = 4;
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task State_of_the_format_before_corrections_keeps_its_answers_and_takes_corrections_and_chats()
    {
        MakeOld(FormatOne);

        for (var opening = 0; opening < 2; opening++)
        {
            using var state = Open();
            await new CorrectionStore(state).KeepAsync(Correction("x"), None);
            await new ChatDirectory(state, "telegram", TimeProvider.System).SubscribeAsync("1", [("old", "v1")], None);

            (await new FeedbackStore(state, TimeSpan.FromDays(36500), TimeProvider.System).CountsAsync(None)).ShouldBe(new FeedbackCounts(1, 0, 1, 0));
            (await new CorrectionStore(state).ReadAsync(null, None)).ShouldHaveSingleItem().ShouldBe(Correction("x"));
        }
        _folder.Files("state.db.unusable-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task State_of_the_format_before_corrections_of_measures_keeps_those_of_figures_and_takes_both()
    {
        MakeOld(FormatThree);

        using var state = Open();
        var store = new CorrectionStore(state);
        var measure = new KeptMeasureCorrection(
            "m", new MeasureItem(new ReportId("a"), MeasurePart.Condition, "Size", new QuotedWords("共1家。", new TextSpan(1, 3))),
            MeasureMeaning.Withdrawn, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "甲", "说明", IsApplied: false);
        await store.KeepAsync(measure, None);

        (await store.ReadAsync(null, None)).ShouldHaveSingleItem().ShouldBe(Correction("x"));
        (await store.ReadMeasuresAsync(null, None)).ShouldHaveSingleItem().ShouldBe(measure);
    }

    [Theory]
    [InlineData(FormatOne)]
    [InlineData(FormatThree)]
    [InlineData(FormatFour)]
    public async Task State_of_a_format_before_profiles_takes_them(string format)
    {
        MakeOld(format);

        for (var opening = 0; opening < 2; opening++)
        {
            using var state = Open();
            var profiles = new ChatProfiles(state, "telegram", TimeProvider.System);
            await profiles.KeepAsync("7", "{}", None);

            (await profiles.FindAsync("7", None))!.Profile.ShouldBe("{}");
            (await new CorrectionStore(state).ReadAsync(null, None)).Length.ShouldBe(format == FormatOne ? 0 : 1);
        }
        _folder.Files("state.db.unusable-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Corrections_outlive_the_answers_that_are_forgotten()
    {
        using var state = Open();
        await new CorrectionStore(state).KeepAsync(Correction("old") with { At = DateTimeOffset.UnixEpoch }, None);

        await new FeedbackStore(state, TimeSpan.FromMinutes(1), TimeProvider.System).RecordAnswerAsync(
            new AnswerRecord("a", TimeProvider.System.GetUtcNow(), "问", "答", AnswerOutcome.Answered, "[]", null), None);

        (await new CorrectionStore(state).ReadAsync(null, None)).ShouldHaveSingleItem().Id.ShouldBe("old");
    }

    public void Dispose() => _folder.Dispose();

    private static KeptCorrection Correction(string id) => new(
        id, new ReportId("a"), "共1家。", new TextSpan(1, 3),
        new FigureMeaning("绍兴市", null, new Period(2019, 2019, 1, 11), 1.50m, "家", FigureStatus.Target, FigureAspect.Rank, "全省", IsUsable: false),
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "说明", IsApplied: false);

    private void MakeOld(string format)
    {
        using var old = new SqliteConnection($"Data Source={_folder["state.db"]};Pooling=False");
        old.Open();
        using var command = old.CreateCommand();
        command.CommandText = format;
        command.ExecuteNonQuery();
    }

    private StateDatabase Open() => StateDatabase.Open(_folder.Path, TimeProvider.System, NullLogger<StateDatabase>.Instance);
}
