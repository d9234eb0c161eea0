namespace Bot.Retrieval;

/// <summary>
/// What is said to the ledger's tables, beside the paragraphs in the reports' database. A row tells what a figure is filtered and
/// ordered by and where it stands: the figure itself is in its paragraph's row.
/// </summary>
internal static class FigureSql
{
    // Names and regions stand once, however many figures have them. Their words are empty where they are the name.
    // A figure without a region has the one whose text is null.
    public const string CreateTables = """
        CREATE TABLE regions (id INTEGER PRIMARY KEY, text TEXT);
        CREATE UNIQUE INDEX regions_by_text ON regions (text);
        INSERT INTO regions (id, text) VALUES (0, NULL);
        CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (name, words));
        CREATE TABLE figures (
            address INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            region INTEGER NOT NULL,
            name INTEGER NOT NULL,
            from_year INTEGER,
            to_year INTEGER,
            months INTEGER,
            status INTEGER NOT NULL,
            aspect INTEGER NOT NULL,
            is_doubtful INTEGER NOT NULL,
            is_corrected INTEGER NOT NULL,
            PRIMARY KEY (address, ordinal)
        ) WITHOUT ROWID;
        CREATE INDEX figures_by_name ON figures (name, region);
        CREATE INDEX figures_by_region ON figures (region);
        CREATE INDEX figures_corrected ON figures (is_corrected) WHERE is_corrected = 1;
        """;

    public const string AddFigure = """
        INSERT INTO figures (address, ordinal, region, name, from_year, to_year, months, status, aspect, is_doubtful, is_corrected)
        VALUES ($address, $ordinal, $region, $name, $from, $to, $months, $status, $aspect, $doubtful, $corrected)
        """;

    public const string FindRegion = "SELECT id FROM regions WHERE text = $text";

    public const string AddRegion = "INSERT INTO regions (text) VALUES ($text) RETURNING id";

    public const string FindName = "SELECT id FROM names WHERE name = $name AND words = $words";

    public const string AddName = "INSERT INTO names (name, words) VALUES ($name, $words) RETURNING id";

    public const string NamesBetween = "SELECT DISTINCT name FROM figures WHERE address BETWEEN $first AND $last";

    public const string DeleteBetween = "DELETE FROM figures WHERE address BETWEEN $first AND $last";

    public const string DeleteNameUnused = "DELETE FROM names WHERE id = $id AND NOT EXISTS (SELECT 1 FROM figures WHERE name = $id)";

    public const string Order = "ORDER BY r.text, n.name, f.from_year, f.to_year, f.months, v.id, f.address, f.ordinal LIMIT $limit OFFSET $offset";

    /// <summary>A period's months in one number that orders by its end first.</summary>
    public static int MonthsOf(int from, int to) => to * 16 + from;
}
