using Microsoft.Data.Sqlite;

namespace Bot.Retrieval;

/// <summary>A SELECT put together from what is asked: tables, the conditions that narrow them, and the values these compare with.</summary>
internal sealed class RowQuery
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _values = [];

    /// <summary>What follows FROM.</summary>
    public string Tables { get; set; } = "";

    public void Always(string condition) => _conditions.Add(condition);

    public void Give(string parameter, object value) => _values.Add((parameter, value));

    /// <summary>Narrows by a condition, unless there is no value to compare with.</summary>
    public void When<T>(T? value, string condition, string parameter)
    {
        if (value is null)
            return;
        Always(condition);
        Give(parameter, value);
    }

    public SqliteCommand Count(SqliteConnection connection) => Command(connection, "count(*)", "");

    /// <param name="order">ORDER BY, ended by LIMIT $limit OFFSET $offset.</param>
    public SqliteCommand Page(SqliteConnection connection, string columns, string order, int offset, int limit)
    {
        var command = Command(connection, columns, order);
        command.Parameters.AddWithValue("$limit", limit);
        command.Parameters.AddWithValue("$offset", offset);
        return command;
    }

    private SqliteCommand Command(SqliteConnection connection, string columns, string order)
    {
        var command = connection.Command($"SELECT {columns} FROM {Tables} WHERE {string.Join(" AND ", _conditions)} {order}");
        foreach (var (name, value) in _values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
