using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>What enterprises need, and by what words reports name the instruments that serve it.</summary>
internal sealed class NeedVocabulary
{
    private readonly ImmutableArray<(PhraseMatcher<string> Needs, ImmutableArray<string> Instruments)> _lines;

    public NeedVocabulary(string? folder) => _lines = [.. VocabularyText.Lines("measures.txt", folder).Select(Line)];

    /// <summary>Instruments that serve the needs told in a folded question, each with how many of the needs it serves.</summary>
    public ImmutableDictionary<string, int> InstrumentsFor(string folded)
    {
        var serving = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var (needs, instruments) in _lines)
        {
            if (needs.FindIn(folded).IsEmpty)
                continue;
            foreach (var instrument in instruments)
                serving[instrument] = serving.GetValueOrDefault(instrument) + 1;
        }

        return serving.ToImmutable();
    }

    private static (PhraseMatcher<string>, ImmutableArray<string>) Line(string line)
    {
        var halves = line.Split("=>");
        if (halves.Length != 2)
            throw new FormatException($"measures.txt: '{line}' needs one => between needs and instruments.");
        return (new PhraseMatcher<string>(Words(halves[0]).Select(w => KeyValuePair.Create(w, w))), [.. Words(halves[1])]);
    }

    private static IEnumerable<string> Words(string half) =>
        half.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TextFolding.Fold);
}
