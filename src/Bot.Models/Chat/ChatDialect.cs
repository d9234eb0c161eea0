namespace Bot.Models;

/// <summary>
/// Which optional fields a server takes. All start from what most take; a server that refuses one says so by its name,
/// and is asked again without it.
/// </summary>
internal sealed record ChatDialect
{
    /// <summary>stream_options: {include_usage}; refused by Mistral and by older servers.</summary>
    public bool HasStreamOptions { get; init; } = true;

    /// <summary>temperature; refused by OpenAI's reasoning models.</summary>
    public bool HasTemperature { get; init; } = true;

    /// <summary>max_tokens is known to every compatible server; OpenAI's newer models refuse it for max_completion_tokens.</summary>
    public bool HasMaxTokens { get; init; } = true;

    /// <returns>The dialect without the field that the error names; null: it names none that could be left out.</returns>
    public ChatDialect? Without(ServerError error) => this switch
    {
        { HasStreamOptions: true } when error.Mentions("stream_options", "include_usage") => this with { HasStreamOptions = false },
        { HasMaxTokens: true } when error.Mentions("max_tokens") => this with { HasMaxTokens = false },
        { HasTemperature: true } when error.Mentions("temperature") => this with { HasTemperature = false },
        _ => null,
    };
}
