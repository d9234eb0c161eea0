using System.Collections.Immutable;

namespace Bot.Retrieval;

/// <summary>The vectors an index has: those that are searched, and while the model changes those that will be. Never altered.</summary>
/// <param name="Served">The model whose vectors were complete last; searches use them. Null: none were yet.</param>
/// <param name="Generations">At most two, of different models.</param>
internal sealed record DenseState(EmbeddingModel? Served, ImmutableArray<DenseGeneration> Generations)
{
    public static readonly DenseState None = new(null, []);

    public DenseGeneration? Searched => Served is null ? null : Of(Served);

    public DenseGeneration? Of(EmbeddingModel model) => Generations.FirstOrDefault(g => g.Model == model);

    public DenseState With(DenseGeneration generation) =>
        this with { Generations = [.. Generations.Where(g => g.Model != generation.Model), generation] };

    public DenseState Each(Func<DenseGeneration, DenseGeneration> change) => this with { Generations = [.. Generations.Select(change)] };
}
