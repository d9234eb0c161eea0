namespace Bot.Retrieval;

/// <summary>What vectors are told apart by: only those of one model and one length can be compared.</summary>
/// <param name="Name">As the server knows it.</param>
/// <param name="Dimensions">Length of its vectors, 8 to 16384.</param>
public sealed record EmbeddingModel(string Name, int Dimensions);
