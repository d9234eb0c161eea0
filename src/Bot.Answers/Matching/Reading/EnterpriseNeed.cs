using System.Collections.Immutable;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Something enterprises look for, and the support that serves it: a line of match-needs.txt.</summary>
/// <param name="Bases">What the rates of such support are taken of.</param>
/// <param name="Words">Words that such measures hold, folded.</param>
internal sealed record EnterpriseNeed(
    PhraseMatcher<string> Told, ImmutableArray<Instrument> Instruments, ImmutableArray<AmountBaseKind> Bases, ImmutableArray<string> Words)
{
    /// <summary>How it is called: its first word in each language.</summary>
    public required Bilingual Name { get; init; }

    /// <exception cref="FormatException">The line has another form.</exception>
    public static EnterpriseNeed Of(string line)
    {
        var halves = line.Split("=>");
        var columns = halves.Length == 2 ? halves[1].Split('|') : [];
        if (columns.Length != 3)
            throw new FormatException($"match-needs.txt: '{line}' needs words => instruments | bases | words.");
        var told = Items(halves[0]);
        return new EnterpriseNeed(
            new PhraseMatcher<string>(told.Select(TextFolding.Fold).Select(f => KeyValuePair.Create(f, f))),
            [.. Items(columns[0]).Select(Enum.Parse<Instrument>)],
            [.. Items(columns[1]).Select(Enum.Parse<AmountBaseKind>)],
            [.. Items(columns[2]).Select(TextFolding.Fold)])
        {
            Name = new(told.FirstOrDefault(w => !w.All(char.IsAscii)) ?? told[0], Capitalised(told.FirstOrDefault(w => w.All(char.IsAscii)) ?? told[0])),
        };
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    public bool IsToldIn(string folded) => !Told.FindIn(folded).IsEmpty;

    private static string[] Items(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
