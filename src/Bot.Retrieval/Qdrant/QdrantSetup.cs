using Microsoft.Extensions.Logging;

namespace Bot.Retrieval;

/// <summary>Sees to it that the alias leads to a collection of this program's format, made ready before anyone is led there.</summary>
internal sealed partial class QdrantSetup(
    QdrantClient client, QdrantOptions options, IPassageEmbedder? embedder, TimeProvider time, ILogger logger)
{
    public QdrantGeneration Lexical { get; } = new(options.Collection, QdrantGeneration.CurrentFormat, Model: null);

    /// <summary>
    /// The collection that the alias leads to: made where there is none, or one of an older format. Of which embedding model it is makes no
    /// difference. Two bots may do so at once.
    /// </summary>
    /// <exception cref="QdrantException">Also when a newer version of the program uses the alias.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        // Asked by every poll: it must not outlast one.
        var aliases = await client.AliasesAsync(cancellationToken, rounds: 1);
        var current = aliases.FirstOrDefault(a => a.AliasName == Lexical.Alias)?.CollectionName;
        var format = current is null ? null : Lexical.FormatOf(current);
        if (format == Lexical.Format)
            return current!; // it has a format
        if (format > Lexical.Format)
        {
            throw new QdrantException(
                QdrantFailureKind.NewerFormat,
                $"Qdrant 里的 {Lexical.Alias} 由更新版本的程序使用（{current}）：请升级本程序，或另设 Index:Qdrant:Collection",
                $"A newer version of the program uses {Lexical.Alias} ({current}): use that version, or set another Index:Qdrant:Collection.");
        }
        var made = GenerationOf(await ModelAsync(cancellationToken));
        await MakeAsync(made, cancellationToken);
        await client.SwitchAsync(new QdrantAlias(made.Alias, made.Name), cancellationToken);
        if (current is null)
            Log.Made(logger, made.Name);
        else
            Log.Switched(logger, made.Alias, current, made.Name);
        return made.Name;
    }

    public QdrantGeneration GenerationOf(EmbeddingModel? model) => Lexical with { Model = model };

    public bool IsLexical(string collection) => collection == Lexical.Name;

    /// <summary>Makes a generation's collection, or what is missing of it, without leading anyone there.</summary>
    public async Task MakeAsync(QdrantGeneration generation, CancellationToken cancellationToken)
    {
        if (!await client.ExistsAsync(generation.Name, cancellationToken))
        {
            try
            {
                await client.CreateAsync(generation.Name, QdrantCollection.Of(options, generation.Model?.Dimensions), cancellationToken);
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

    // A model that doesn't answer keeps nobody from words: vectors are added later.
    private async Task<EmbeddingModel?> ModelAsync(CancellationToken cancellationToken)
    {
        if (embedder is null)
            return null;
        try
        {
            return await embedder.ModelAsync(cancellationToken).WaitAsync(options.Timeout, time, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Made the Qdrant collection {Collection}")]
        public static partial void Made(ILogger logger, string collection);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Alias} led to the Qdrant collection {Old}, which this version doesn't read, and now leads to {New}; the reports are read anew. {Old} can be deleted")]
        public static partial void Switched(ILogger logger, string alias, string old, string @new);
    }
}
