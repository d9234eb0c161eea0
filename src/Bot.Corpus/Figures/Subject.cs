namespace Bot.Corpus;

/// <summary>What a figure counts.</summary>
/// <param name="Words">In the report's words.</param>
/// <param name="Topic">The noun that later clauses go on speaking of (创新券 of 发放创新券).</param>
/// <param name="Match">Its indicator, null when the vocabulary has none.</param>
/// <param name="Indicator">The canonical name; that of several indicators counted together joins theirs.</param>
internal sealed record Subject(string Words, string Topic, Indicator? Match, string? Indicator)
{
    /// <summary>Neither the clause nor those before it name anything.</summary>
    public bool IsUnclear { get; init; }
}
