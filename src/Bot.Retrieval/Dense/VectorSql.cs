using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>Everything said to the database of remembered vectors.</summary>
internal static class VectorSql
{
    public const int Format = 1;

    // Vectors of 1,024 numbers take 2 KB: seven to a page of 16 KB, one to a page of 4 KB. They are appended; the index holds the hashes.
    public const int PageSize = 16384;

    public const string CreateTables = """
        CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL, dimensions INTEGER NOT NULL, UNIQUE (name, dimensions));
        CREATE TABLE vectors (id INTEGER PRIMARY KEY, model INTEGER NOT NULL, hash BLOB NOT NULL, vector BLOB NOT NULL);
        CREATE UNIQUE INDEX vectors_hash ON vectors (model, hash);
        PRAGMA user_version = 1;
        """;

    public static readonly ImmutableDictionary<int, string> Upgrades = ImmutableDictionary<int, string>.Empty;

    public const string FindModel = "SELECT id FROM models WHERE name = $name AND dimensions = $dimensions";

    public const string AddModel = "INSERT INTO models (name, dimensions) VALUES ($name, $dimensions) RETURNING id";

    public const string Find = "SELECT vector FROM vectors WHERE model = $model AND hash = $hash";

    public const string Add = "INSERT OR REPLACE INTO vectors (model, hash, vector) VALUES ($model, $hash, $vector)";

    public const string ForgetOtherModels = "DELETE FROM vectors WHERE model <> $model; DELETE FROM models WHERE id <> $model;";

    public const string Count = "SELECT count(*) FROM vectors WHERE model = $model";

    public const string ReadHashes = "SELECT id, hash FROM vectors WHERE model = $model";

    public const string Forget = "DELETE FROM vectors WHERE id = $id";
}
