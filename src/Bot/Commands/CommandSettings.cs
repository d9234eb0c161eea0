namespace Bot.Commands;

/// <summary>What a command's own arguments say in place of the configuration.</summary>
/// <param name="CorpusFolder">Null: as configured.</param>
internal sealed record CommandSettings(string? CorpusFolder = null);
