namespace Bot.Retrieval;

/// <summary>Turns texts into vectors, embedding nothing twice. Thread safe.</summary>
public interface IPassageEmbedder
{
    /// <summary>The model; where the length of its vectors isn't configured, it is asked for one, unless it gave one before.</summary>
    /// <exception cref="Exception">What the model's client throws.</exception>
    Task<EmbeddingModel> ModelAsync(CancellationToken cancellationToken);

    /// <summary>One vector of unit length per text, in their order: remembered ones first, the others from the model.</summary>
    /// <remarks>What the model gave before a failure is remembered: the next call goes on from there.</remarks>
    /// <exception cref="Exception">What the model's client throws.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>A question's vector of unit length; null when the model fails or takes too long: the search is then lexical.</summary>
    Task<ReadOnlyMemory<float>?> EmbedQuestionAsync(string text, CancellationToken cancellationToken);

    /// <summary>
    /// Lets go of what is remembered for nothing: the vectors of other models and, once they are many, of other texts. For an index that
    /// has all its vectors.
    /// </summary>
    /// <param name="count">How many texts there are.</param>
    /// <param name="texts">All of them; only read when it comes to that.</param>
    Task ForgetUnusedAsync(long count, Func<IEnumerable<string>> texts, CancellationToken cancellationToken) => Task.CompletedTask;
}
