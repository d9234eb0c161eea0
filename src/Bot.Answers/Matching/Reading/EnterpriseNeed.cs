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
    /// <exception cref="FormatException">The line has another form.</exception>
    public static EnterpriseNeed Of(string line)
    {
        var halves = line.Split("=>");
        var columns = halves.Length == 2 ? halves[1].Split('|') : [];
        if (columns.Length != 3)
            throw new FormatException($"match-needs.txt: '{line}' needs words => instruments | bases | words.");
        return new EnterpriseNeed(
            new PhraseMatcher<string>(Items(halves[0]).Select(TextFolding.Fold).Select(f => KeyValuePair.Create(f, f))),
            [.. Items(columns[0]).Select(Enum.Parse<Instrument>)],
            [.. Items(columns[1]).Select(Enum.Parse<AmountBaseKind>)],
            [.. Items(columns[2]).Select(TextFolding.Fold)]);
    }

    public bool IsToldIn(string folded) => !Told.FindIn(folded).IsEmpty;

    private static string[] Items(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
