using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Everything said to the state database. Times are milliseconds since 1970, UTC.</summary>
internal static class StateSql
{
    public const int Format = 5;

    // What is corrected is found again by its sentence and its place in it, told apart by subject (see CorrectionStore): there is one correction
    // for these.
    private const string CreateCorrections = """
        CREATE TABLE corrections (
            id TEXT PRIMARY KEY,
            subject TEXT NOT NULL,
            report TEXT NOT NULL,
            sentence TEXT NOT NULL,
            place_start INTEGER NOT NULL,
            place_end INTEGER NOT NULL,
            meaning TEXT NOT NULL,
            at INTEGER NOT NULL,
            made_by TEXT,
            note TEXT,
            UNIQUE (report, sentence, place_start, place_end, subject)
        ) WITHOUT ROWID;
        """;

    // Of formats 2 and 3, which knew corrections of figures alone.
    private const string WidenCorrections = "ALTER TABLE corrections RENAME TO corrections_of_figures;" + CreateCorrections + """
        INSERT INTO corrections (id, subject, report, sentence, place_start, place_end, meaning, at, note)
        SELECT id, 'figure', report, sentence, number_start, number_end, meaning, at, note FROM corrections_of_figures;
        DROP TABLE corrections_of_figures;
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
        """ + ChatSql.CreateTables + CreateCorrections + ChatSql.CreateProfiles;

    // Format 1 knew no corrections, format 2 no chats, format 3 no corrections of measures, format 4 no profiles.
    public static readonly ImmutableDictionary<int, string> Upgrades = ImmutableDictionary<int, string>.Empty
        .Add(1, ChatSql.CreateTables + CreateCorrections + ChatSql.CreateProfiles)
        .Add(2, ChatSql.CreateTables + WidenCorrections + ChatSql.CreateProfiles)
        .Add(3, WidenCorrections + ChatSql.CreateProfiles)
        .Add(4, ChatSql.CreateProfiles);

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
        INSERT OR REPLACE INTO corrections (id, subject, report, sentence, place_start, place_end, meaning, at, made_by, note)
        VALUES ($id, $subject, $report, $sentence, $start, $end, $meaning, $at, $by, $note);
        """;

    // A better reader may take more or less of the unit with a figure's number: it is the same number all the same.
    public const string KeepCorrectionOfNumber = """
        DELETE FROM corrections
        WHERE subject = $subject AND report = $report AND sentence = $sentence AND place_start < $end AND place_end > $start;
        """ + KeepCorrection;

    public const string ReadCorrections = """
        SELECT id, subject, report, sentence, place_start, place_end, meaning, at, made_by, note
        FROM corrections WHERE (subject = 'figure') = $figures AND ($report IS NULL OR report = $report) ORDER BY at DESC, id DESC
        """;

    public const string FindCorrections = "SELECT id, report FROM corrections WHERE $id IS NULL OR id = $id";

    public const string ForgetCorrection = "DELETE FROM corrections WHERE id = $id";

    public const string Prune = "DELETE FROM answers WHERE at < $before";
}
