using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Attributes that set one figure apart from a like one (发明, 授权, 投资): asked for, they must be stated.</summary>
internal sealed class Attributes
{
    private readonly ImmutableArray<ImmutableArray<string>> _groups;

    public Attributes(string? folder) => _groups =
    [
        .. VocabularyText.Lines("attributes.txt", folder)
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(TextFolding.Fold)
                .ToImmutableArray()),
    ];

    /// <summary>The attributes that folded text names, each with all its writings.</summary>
    public ImmutableArray<ImmutableArray<string>> In(string folded) =>
        [.. _groups.Where(g => g.Any(w => folded.Contains(w, StringComparison.Ordinal)))];
}
