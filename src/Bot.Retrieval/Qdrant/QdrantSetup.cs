using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Sees to it that the alias leads to a collection of this program's format, made ready before anyone is led there.</summary>
internal sealed partial class QdrantSetup(QdrantClient client, QdrantOptions options, QdrantGeneration generation, ILogger logger)
{
    /// <summary>Makes the collection where the alias leads to none, or to one of an older format. Two bots may do so at once.</summary>
    /// <exception cref="QdrantException">Also when a newer version of the program uses the alias.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        // Asked by every poll: it must not outlast one.
        var aliases = await client.AliasesAsync(cancellationToken, rounds: 1);
        var current = aliases.FirstOrDefault(a => a.AliasName == generation.Alias)?.CollectionName;
        if (current == generation.Name)
            return;
        if (current is not null && generation.FormatOf(current) > generation.Format)
        {
            throw new QdrantException(
                QdrantFailureKind.NewerFormat,
                $"Qdrant 里的 {generation.Alias} 由更新版本的程序使用（{current}）：请升级本程序，或另设 Index:Qdrant:Collection",
                $"A newer version of the program uses {generation.Alias} ({current}): use that version, or set another Index:Qdrant:Collection.");
        }
        await MakeAsync(cancellationToken);
        await client.SwitchAsync(new QdrantAlias(generation.Alias, generation.Name), cancellationToken);
        if (current is null)
            Log.Made(logger, generation.Name);
        else
            Log.Switched(logger, generation.Alias, current, generation.Name);
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (!await client.ExistsAsync(generation.Name, cancellationToken))
        {
            try
            {
                await client.CreateAsync(generation.Name, QdrantCollection.Of(options, dimensions: null), cancellationToken);
            }
            catch (QdrantException e) when (e.Kind is QdrantFailureKind.Conflict)
            {
                // Another bot made it meanwhile, or our own request was repeated after its answer got lost.
            }
        }
        // Making an index that is there changes nothing, so what a crash left undone is done here.
        foreach (var index in PointField.Indexed)
            await client.IndexAsync(generation.Name, index, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Made the Qdrant collection {Collection}")]
        public static partial void Made(ILogger logger, string collection);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Alias} led to the Qdrant collection {Old}, which this version doesn't read, and now leads to {New}; the reports are read anew. {Old} can be deleted")]
        public static partial void Switched(ILogger logger, string alias, string old, string @new);
    }
}
