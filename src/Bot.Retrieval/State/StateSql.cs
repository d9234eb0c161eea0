using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Everything said to the state database. Times are milliseconds since 1970, UTC.</summary>
internal static class StateSql
{
    public const int Format = 3;

    // A figure is found again by its sentence and the number's place in it: there is one correction for these.
    private const string CreateCorrections = """
        CREATE TABLE corrections (
            id TEXT PRIMARY KEY,
            report TEXT NOT NULL,
            sentence TEXT NOT NULL,
            number_start INTEGER NOT NULL,
            number_end INTEGER NOT NULL,
            meaning TEXT NOT NULL,
            at INTEGER NOT NULL,
            note TEXT,
            UNIQUE (report, sentence, number_start, number_end)
        ) WITHOUT ROWID;
        PRAGMA user_version = 2;
        """;

    public const string CreateTables = """
        CREATE TABLE answers (
            id TEXT PRIMARY KEY,
            at INTEGER NOT NULL,
            question TEXT NOT NULL,
            folded_question TEXT NOT NULL,
            text TEXT NOT NULL,
            outcome INTEGER NOT NULL,
            citations TEXT NOT NULL,
            conversation TEXT,
            vote INTEGER,
            comment TEXT,
            voted_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX answers_by_time ON answers (at);
        """ + CreateCorrections + ChatSql.CreateTables;

    // Format 1 knew no corrections, format 2 no chats.
    public static readonly ImmutableDictionary<int, string> Upgrades = ImmutableDictionary<int, string>.Empty
        .Add(1, CreateCorrections + ChatSql.CreateTables)
        .Add(2, ChatSql.CreateTables);

    public const string AddAnswer = """
        INSERT OR IGNORE INTO answers (id, at, question, folded_question, text, outcome, citations, conversation)
        VALUES ($id, $at, $question, $folded, $text, $outcome, $citations, $conversation)
        """;

    // A vote heard twice changes nothing; of two different ones the later stands, whichever arrives first.
    public const string Vote = """
        UPDATE answers SET vote = $vote, comment = $comment, voted_at = $at
        WHERE id = $id AND (voted_at IS NULL OR voted_at <= $at)
        """;

    public const string Knows = "SELECT count(*) FROM answers WHERE id = $id";

    public const string Count = """
        SELECT count(*) FILTER (WHERE outcome = 0), count(*) FILTER (WHERE outcome = 1),
               count(*) FILTER (WHERE vote = 0), count(*) FILTER (WHERE vote = 1)
        FROM answers
        """;

    // With one max() the other columns come from the row that holds it: the question as last asked.
    public const string Gaps = """
        SELECT question, count(*), max(at) AS last_at FROM answers
        WHERE outcome = 1 GROUP BY folded_question ORDER BY count(*) DESC, last_at DESC, folded_question LIMIT $limit
        """;

    public const string KeepCorrection = """
        DELETE FROM corrections
        WHERE report = $report AND sentence = $sentence AND number_start < $end AND number_end > $start;
        INSERT INTO corrections (id, report, sentence, number_start, number_end, meaning, at, note)
        VALUES ($id, $report, $sentence, $start, $end, $meaning, $at, $note)
        """;

    public const string ReadCorrections = """
        SELECT id, report, sentence, number_start, number_end, meaning, at, note
        FROM corrections WHERE $report IS NULL OR report = $report ORDER BY at DESC, id DESC
        """;

    public const string FindCorrection = "SELECT report FROM corrections WHERE id = $id";

    public const string ForgetCorrection = "DELETE FROM corrections WHERE id = $id";

    public const string Prune = "DELETE FROM answers WHERE at < $before";
}
