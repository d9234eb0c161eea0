namespace Bot.Retrieval;

/// <summary>How passages and questions are embedded.</summary>
/// <param name="Model">The model's name as the server knows it.</param>
public sealed record EmbedderSettings(string Model)
{
    /// <summary>Length of its vectors, 8 to 16384; null: that of the first one it gives.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Texts given to the generator in one call: its batch size times its requests at a time. What it gave before a failing call is kept.</summary>
    public int TextsAtOnce { get; init; } = 40;

    /// <summary>How long a search waits for its question's vector.</summary>
    public TimeSpan QuestionTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
