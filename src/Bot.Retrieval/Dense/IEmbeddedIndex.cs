namespace Bot.Retrieval;

/// <summary>
/// An index that can hold vectors beside words. Reports are found by their words at once; vectors follow. A search uses them once every
/// passage it was asked about may have one: vectors of another model are read until those of the configured one are complete.
/// </summary>
public interface IEmbeddedIndex
{
    EmbeddingProgress Embedding { get; }

    /// <summary>
    /// Embeds the passages that have no vector of the configured model and, once all have, lets searches use them. Returns at once where
    /// nothing is missing or no model is configured. What it stored before it was cancelled, failed or crashed stays.
    /// </summary>
    /// <param name="progress">Told after every batch.</param>
    /// <exception cref="Exception">What the model's client or the index's server throws.</exception>
    Task EmbedMissingAsync(IProgress<EmbeddingProgress> progress, CancellationToken cancellationToken);
}
