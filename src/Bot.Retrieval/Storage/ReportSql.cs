using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Everything said to the reports' database. A paragraph's address is its report's key × 2²⁴ + its number.</summary>
internal static class ReportSql
{
    /// <summary>Of the tables below; kept in user_version.</summary>
    public const int Format = 3;

    public const int NumberBits = 24;

    public const int LargestNumber = (1 << NumberBits) - 1;

    public const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864;";

    // Rows are found again by key, so one page cache per connection need not be large.
    public const string SmallCache = "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY;";

    public const string ReadFormat = "PRAGMA user_version";

    public const string HasTables = "SELECT count(*) FROM sqlite_master";

    public const string QuickCheck = "PRAGMA quick_check(1)";

    // Keys are never used twice (AUTOINCREMENT): a segment that holds a key which is not in the catalogue holds a
    // replaced report, so tombstones need no table of their own. A version of a report is in the snapshots from the change it
    // was born in until the change it died in; its rows are deleted by a later one, which changes.deleted tells of.
    public const string CreateTables = """
        CREATE TABLE reports (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            file TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            metadata TEXT,
            paragraphs INTEGER NOT NULL,
            figures INTEGER NOT NULL,
            measures INTEGER NOT NULL,
            in_force_from INTEGER,
            repeals TEXT,
            mentioned_years TEXT NOT NULL,
            warnings TEXT NOT NULL,
            removed TEXT,
            problem TEXT,
            indexed_at TEXT NOT NULL
        );
        CREATE TABLE paragraphs (
            address INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            part INTEGER NOT NULL,
            start INTEGER NOT NULL,
            text TEXT NOT NULL,
            section TEXT,
            years TEXT,
            sentences TEXT,
            figures TEXT
        );
        CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL UNIQUE);
        CREATE TABLE versions (key INTEGER PRIMARY KEY, id TEXT NOT NULL, born INTEGER NOT NULL, died INTEGER);
        CREATE INDEX versions_died ON versions (died) WHERE died IS NOT NULL;
        CREATE TABLE changes (last INTEGER NOT NULL, deleted INTEGER NOT NULL);
        INSERT INTO changes (last, deleted) VALUES (0, 0);
        PRAGMA user_version = 3;
        """ + FigureSql.CreateTables + MeasureSql.CreateTables;

    // Format 1 knew no ledger, format 2 no measures. What they hold is read from the reports' files again, all of it.
    public static readonly ImmutableDictionary<int, string> Upgrades = ImmutableDictionary<int, string>.Empty
        .Add(1, """
            DROP TABLE reports; DROP TABLE paragraphs; DROP TABLE segments; DROP TABLE replaced;
            """ + CreateTables)
        .Add(2, """
            DROP TABLE reports; DROP TABLE paragraphs; DROP TABLE segments; DROP TABLE versions; DROP TABLE changes;
            DROP TABLE figures; DROP TABLE names; DROP TABLE regions;
            """ + CreateTables);

    public const string ReadCatalogue = """
        SELECT key, id, file, content_hash, metadata, paragraphs, figures, mentioned_years, warnings, problem, indexed_at, measures, in_force_from, repeals
        FROM reports
        """;

    public const string ForgetReport = "DELETE FROM reports WHERE id = $id RETURNING key";

    public const string AddReport = """
        INSERT INTO reports (id, file, content_hash, metadata, paragraphs, figures, measures, in_force_from, repeals,
            mentioned_years, warnings, removed, problem, indexed_at)
        VALUES ($id, $file, $hash, $metadata, $paragraphs, $figures, $measures, $from, $repeals,
            $years, $warnings, $removed, $problem, $at)
        RETURNING key
        """;

    public const string AddParagraph = """
        INSERT INTO paragraphs (address, kind, part, start, text, section, years, sentences, figures)
        VALUES ($address, $kind, $part, $start, $text, $section, $years, $sentences, $figures)
        """;

    public const string ReadParagraphs = """
        SELECT address, kind, part, start, text, section, years, sentences, figures
        FROM paragraphs WHERE address BETWEEN $first AND $last ORDER BY address
        """;

    public const string ReadText = "SELECT text, section FROM paragraphs WHERE address = $address";

    public const string ReadRemoved = "SELECT removed FROM reports WHERE key = $key";

    public const string ReadLastChange = "SELECT last FROM changes";

    public const string NoteLastChange = "UPDATE changes SET last = $change";

    // Snapshots before this change are no longer whole.
    public const string ReadDeleted = "SELECT deleted FROM changes";

    public const string NoteDeleted = "UPDATE changes SET deleted = last";

    public const string AddVersion = "INSERT INTO versions (key, id, born) VALUES ($key, $id, $change)";

    /// <summary>Of a version named v: it is in the snapshot of $change.</summary>
    public const string IsLiving = "v.born <= $change AND (v.died IS NULL OR v.died > $change)";

    // A replaced report's rows outlive it until readers have the newer snapshot.
    public const string EndVersion = "UPDATE versions SET died = $change WHERE key = $key";

    public const string ReadReplaced = "SELECT key FROM versions WHERE died IS NOT NULL";

    public const string DeleteReplaced =
        "DELETE FROM paragraphs WHERE address BETWEEN $first AND $last; DELETE FROM versions WHERE key = $key;";

    public const string ReadSegments = "SELECT file FROM segments ORDER BY id";

    public const string AddSegment = "INSERT INTO segments (file) VALUES ($file)";

    public const string ForgetSegment = "DELETE FROM segments WHERE file = $file";

    public static long AddressOf(long key, int number) => (key << NumberBits) | (uint)number;

    public static int NumberOf(long address) => (int)(address & LargestNumber);
}
