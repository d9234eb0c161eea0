using System.Text.Json;

namespace Bot.Retrieval;

/// <summary>A point read back, with those fields of its payload that were asked for.</summary>
/// <param name="Score">0 where no query ranked it.</param>
internal sealed record QdrantFound(Guid Id, double Score, JsonElement Payload);

internal sealed record QdrantPage(IReadOnlyList<QdrantFound> Points, JsonElement? NextPageOffset);

internal sealed record QdrantRanking(IReadOnlyList<QdrantFound> Points);

internal sealed record QdrantCount(long Count);

internal sealed record QdrantExistence(bool Exists);

/// <param name="Status">"completed" where the call waited for it.</param>
internal sealed record QdrantUpdate(string Status);

internal sealed record QdrantAlias(string AliasName, string CollectionName);

internal sealed record QdrantAliases(IReadOnlyList<QdrantAlias> Aliases);

/// <param name="Title">"qdrant - vector search engine" or the like.</param>
internal sealed record QdrantVersion(string Title, string Version);

/// <summary>What every answer comes in.</summary>
internal sealed record QdrantReply<T>(T? Result);
