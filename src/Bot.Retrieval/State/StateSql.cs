namespace Bot.Retrieval;

/// <summary>Everything said to the state database. Times are milliseconds since 1970, UTC.</summary>
internal static class StateSql
{
    public const int Format = 1;

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
        PRAGMA user_version = 1;
        """;

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

    public const string Prune = "DELETE FROM answers WHERE at < $before";
}
