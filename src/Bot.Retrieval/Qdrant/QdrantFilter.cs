using System.Text.Json.Nodes;

namespace Bot.Retrieval;

/// <summary>Which points: those that meet every condition of <paramref name="Must"/> and none of <paramref name="MustNot"/>.</summary>
internal sealed record QdrantFilter(IReadOnlyList<QdrantCondition>? Must = null, IReadOnlyList<QdrantCondition>? MustNot = null)
{
    public static QdrantFilter All(params IReadOnlyList<QdrantCondition> conditions) => new(conditions);
}

/// <summary>One condition on a field of the payload (which, for lists, one element must meet), or on the point's id.</summary>
internal sealed record QdrantCondition(
    string? Key = null,
    QdrantMatch? Match = null,
    QdrantRange? Range = null,
    IReadOnlyList<Guid>? HasId = null)
{
    public static QdrantCondition Is(string key, string value) => new(key, new QdrantMatch(JsonValue.Create(value)));

    public static QdrantCondition Is(string key, bool value) => new(key, new QdrantMatch(JsonValue.Create(value)));

    public static QdrantCondition IsAny(string key, IReadOnlyList<string> values) => new(key, new QdrantMatch(Any: values));

    public static QdrantCondition AtLeast(string key, int value) => new(key, Range: new QdrantRange(Gte: value));

    public static QdrantCondition AtMost(string key, int value) => new(key, Range: new QdrantRange(Lte: value));

    public static QdrantCondition Id(params IReadOnlyList<Guid> ids) => new(HasId: ids);
}

internal sealed record QdrantMatch(JsonValue? Value = null, IReadOnlyList<string>? Any = null);

internal sealed record QdrantRange(int? Gte = null, int? Lte = null);
