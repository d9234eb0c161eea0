namespace Bot.Retrieval;

/// <summary>How far the passages of the catalogue have vectors of the configured model.</summary>
/// <param name="Embedded">Passages that have one.</param>
/// <param name="Passages">Passages there are.</param>
/// <param name="Model">The model whose vectors are searched now; null: search is lexical.</param>
public sealed record EmbeddingProgress(long Embedded, long Passages, EmbeddingModel? Model)
{
    public bool IsComplete => Embedded == Passages;
}
