using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>
/// vectors.db: what the embedding model was paid for, by model, length and SHA-256 of the text, as half-precision numbers. A file that
/// can't be used is set aside and begun anew. While another process has it open for writing, this one reads it and keeps nothing. Thread safe.
/// </summary>
public sealed partial class VectorCache : IDisposable
{
    // Texts that are gone may take half as much again as those there are, so that they are looked for seldom.
    private const double Slack = 1.5;
    private const int SlackAtLeast = 1000;

    private readonly Lock _one = new();
    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FileStream? _lock;
    private SqliteConnection? _connection;

    private VectorCache(string folder, TimeProvider time, ILogger logger)
    {
        (_time, _logger) = (time, logger);
        _file = new SqliteFile(Path.Combine(folder, "vectors.db"), VectorSql.Format, VectorSql.CreateTables, "vectors", VectorSql.Upgrades)
        {
            PageSize = VectorSql.PageSize,
        };
        _lock = IndexFolder.TryLock(folder, "vectors.lock");
        try
        {
            _connection = IsReadOnly ? OpenForReading() : _file.Open(time, NoteSetAside);
        }
        catch
        {
            _lock?.Dispose();
            throw;
        }
    }

    /// <summary>Another process writes to the file: what is kept here is forgotten at once.</summary>
    public bool IsReadOnly => _lock is null;

    /// <param name="folder">Made when it is not there.</param>
    /// <exception cref="InvalidOperationException">A newer version of the program wrote the file.</exception>
    public static VectorCache Open(string folder, TimeProvider time, ILogger<VectorCache> logger) => new(folder, time, logger);

    public void Dispose()
    {
        _connection?.Dispose();
        _lock?.Dispose();
    }

    /// <summary>The remembered vectors, of unit length, in the order of the texts; null for a text that has none.</summary>
    internal float[]?[] Find(EmbeddingModel model, IReadOnlyList<string> texts) => Guarded(new float[]?[texts.Count], connection =>
    {
        var found = new float[]?[texts.Count];
        if (ModelId(connection, model) is not { } id)
            return found;
        using var command = connection.Command(VectorSql.Find, "$model", "$hash").With("$model", id);
        for (var i = 0; i < found.Length; i++)
            found[i] = command.With("$hash", HashOf(texts[i])).ExecuteScalar() is byte[] stored ? Decode(stored, model.Dimensions) : null;
        return found;
    });

    /// <summary>Remembers vectors of unit length, all or none.</summary>
    internal void Keep(EmbeddingModel model, IReadOnlyList<string> texts, IReadOnlyList<float[]> vectors) => Write(connection =>
    {
        using var transaction = connection.BeginTransaction();
        var id = ModelId(connection, model) ?? AddModel(connection, model);
        using var command = connection.Command(VectorSql.Add, "$model", "$hash", "$vector").With("$model", id);
        for (var i = 0; i < texts.Count; i++)
            command.With("$hash", HashOf(texts[i])).With("$vector", Encode(vectors[i])).ExecuteNonQuery();
        transaction.Commit();
    });

    /// <summary>Forgets the vectors of other models and, once they are many, those of texts that are gone.</summary>
    /// <param name="count">How many texts there are.</param>
    internal void ForgetUnused(EmbeddingModel model, long count, Func<IEnumerable<string>> texts) => Write(connection =>
    {
        if (ModelId(connection, model) is not { } id)
            return;
        using var transaction = connection.BeginTransaction();
        using var others = connection.Command(VectorSql.ForgetOtherModels, "$model").With("$model", id);
        others.ExecuteNonQuery();
        using var counting = connection.Command(VectorSql.Count, "$model").With("$model", id);
        if ((long)counting.ExecuteScalar()! > SlackAtLeast + (long)(Slack * count)) // a count is never null
            ForgetAllBut(connection, id, texts());
        transaction.Commit();
    });

    /// <summary>What a vector is once it was remembered, so that it is the same before and after.</summary>
    internal static float[] Rounded(float[] vector) =>
        Decode(Encode(vector), vector.Length) ?? throw new ArgumentException("The vector is not of unit length.", nameof(vector));

    private static void ForgetAllBut(SqliteConnection connection, long model, IEnumerable<string> texts)
    {
        // Half of a hash tells texts apart well enough to forget by.
        var kept = texts.Select(text => Half(HashOf(text))).ToHashSet();
        using var reading = connection.Command(VectorSql.ReadHashes, "$model").With("$model", model);
        var gone = new List<long>();
        using (var row = reading.ExecuteReader())
            while (row.Read())
                if (!kept.Contains(Half((byte[])row[1])))
                    gone.Add(row.GetInt64(0));
        using var forgetting = connection.Command(VectorSql.Forget, "$id");
        foreach (var id in gone)
            forgetting.With("$id", id).ExecuteNonQuery();

        static UInt128 Half(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);
    }

    private static long? ModelId(SqliteConnection connection, EmbeddingModel model)
    {
        using var command = connection.Command(VectorSql.FindModel, "$name", "$dimensions").With("$name", model.Name).With("$dimensions", model.Dimensions);
        return (long?)command.ExecuteScalar();
    }

    private static long AddModel(SqliteConnection connection, EmbeddingModel model)
    {
        using var command = connection.Command(VectorSql.AddModel, "$name", "$dimensions").With("$name", model.Name).With("$dimensions", model.Dimensions);
        return (long)command.ExecuteScalar()!; // RETURNING gives the row's id
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static byte[] Encode(ReadOnlySpan<float> vector)
    {
        var bytes = new byte[vector.Length * 2];
        TensorPrimitives.ConvertToHalf(vector, MemoryMarshal.Cast<byte, Half>(bytes.AsSpan()));
        return bytes;
    }

    // Null for what can't have been stored: such a text is embedded again.
    private static float[]? Decode(byte[] bytes, int dimensions)
    {
        if (bytes.Length != dimensions * 2)
            return null;
        var vector = new float[dimensions];
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), vector);
        if (UnitVector.ProblemOf(vector) is not null)
            return null;
        UnitVector.Normalise(vector);
        return vector;
    }

    private SqliteConnection? OpenForReading()
    {
        if (!File.Exists(_file.Path))
            return null;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _file.Path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (connection.Scalar(ReportSql.ReadFormat) is (long)VectorSql.Format)
                return connection;
        }
        catch (SqliteException)
        {
            // Its writer is making or mending it: without it, vectors are only embedded once more.
        }
        connection.Dispose();
        return null;
    }

    private void Write(Action<SqliteConnection> write)
    {
        if (!IsReadOnly)
            Guarded(false, connection =>
            {
                write(connection);
                return true;
            });
    }

    // Damage in a file too large to be checked when it is opened shows here: what it held is embedded again.
    private T Guarded<T>(T otherwise, Func<SqliteConnection, T> work)
    {
        lock (_one)
        {
            if (_connection is not { } connection)
                return otherwise;
            try
            {
                return work(connection);
            }
            catch (SqliteException e) when (SqliteFile.IsDamage(e))
            {
                connection.Dispose();
                _connection = IsReadOnly ? null : _file.OpenAnew(e.Message, _time, NoteSetAside);
                return otherwise;
            }
        }
    }

    private void NoteSetAside(string problem, string aside) => Log.SetAside(_logger, _file.Path, problem, aside);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Database} can't be used ({Problem}). It was set aside as {Aside}; passages are embedded anew")]
        public static partial void SetAside(ILogger logger, string database, string problem, string aside);
    }
}
