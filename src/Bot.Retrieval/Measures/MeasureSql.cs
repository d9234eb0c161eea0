namespace Bot.Retrieval;

/// <summary>
/// What is said to the register's tables, in the reports' database. A measure's address is its report's key × 2²⁴ + its number. What it is
/// filtered and ordered by stands apart from its text, so that looking through many measures reads little. Days are <see cref="DateOnly.DayNumber"/>.
/// </summary>
internal static class MeasureSql
{
    public const string CreateTables = """
        CREATE TABLE measures (
            address INTEGER PRIMARY KEY,
            region TEXT,
            instrument INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            valid_from INTEGER,
            valid_to INTEGER,
            has_gaps INTEGER NOT NULL,
            is_corrected INTEGER NOT NULL,
            is_hidden INTEGER NOT NULL
        );
        CREATE INDEX measures_by_region ON measures (region);
        CREATE INDEX measures_by_instrument ON measures (instrument);
        CREATE INDEX measures_with_gaps ON measures (has_gaps) WHERE has_gaps = 1;
        CREATE INDEX measures_corrected ON measures (is_corrected) WHERE is_corrected = 1;
        CREATE TABLE measure_texts (address INTEGER PRIMARY KEY, words TEXT NOT NULL, paragraphs TEXT NOT NULL, measure TEXT NOT NULL);
        """;

    public const string AddMeasure = """
        INSERT INTO measures (address, region, instrument, standing, valid_from, valid_to, has_gaps, is_corrected, is_hidden)
        VALUES ($address, $region, $instrument, $standing, $from, $to, $gaps, $corrected, $hidden)
        """;

    public const string AddText = "INSERT INTO measure_texts (address, words, paragraphs, measure) VALUES ($address, $words, $paragraphs, $measure)";

    public const string DeleteBetween = """
        DELETE FROM measures WHERE address BETWEEN $first AND $last;
        DELETE FROM measure_texts WHERE address BETWEEN $first AND $last;
        """;

    public const string ReadMeasures = "SELECT measure FROM measure_texts WHERE address BETWEEN $first AND $last ORDER BY address";

    public const string ReadText = "SELECT paragraphs, measure FROM measure_texts WHERE address = $address";

    // Measure.StateOn in SQL. The documents repealed on the day come with the query: the catalogue tells, no row does.
    public const string State = """
        CASE
            WHEN m.standing = 1 THEN 'Planned'
            WHEN m.standing = 2 THEN 'OnlyMentioned'
            WHEN m.address >> 24 IN (SELECT value FROM json_each($repealed)) THEN 'Repealed'
            WHEN m.valid_to < $today THEN 'Expired'
            WHEN m.valid_from > $today THEN 'Planned'
            WHEN m.valid_from IS NULL AND m.valid_to IS NULL THEN 'Undated'
            ELSE 'InForce'
        END
        """;

    public const string Order = "ORDER BY m.region, v.id, m.address LIMIT $limit OFFSET $offset";
}
