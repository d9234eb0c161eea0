using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Corpus;

/// <summary>
/// The lines under a letter that say who signed it and when: one line of offices above a day alone. They stand in a document's midst
/// where the letter passes on what follows it.
/// </summary>
/// <param name="Index">Of the line of offices, from 0.</param>
/// <param name="Office">As printed; several offices parted by spaces.</param>
internal sealed record Signature(int Index, string Office, DateOnly? Day)
{
    private static readonly char[] _gaps = [' ', '　', '、'];

    public bool Holds(int line) => line == Index || line == Index + 1;

    /// <summary>All of them, in reading order.</summary>
    public static ImmutableArray<Signature> In(ImmutableArray<CleanLine> lines)
    {
        var found = ImmutableArray.CreateBuilder<Signature>();
        for (var i = 0; i + 1 < lines.Length; i++)
            if (StructurePatterns.Day.IsMatch(lines[i + 1].Text) && AreOffices(lines[i].Text))
                found.Add(new Signature(i, lines[i].Text, ReadDay(lines[i + 1].Text)));
        return found.DrainToImmutable();
    }

    /// <summary>The day a line names in Arabic digits; null when it names none.</summary>
    public static DateOnly? ReadDay(string line) =>
        StructurePatterns.ArabicDay.Match(line) is { Success: true } day
        && DateOnly.TryParseExact(
            $"{day.Groups[1].Value}-{day.Groups[2].Value}-{day.Groups[3].Value}", "yyyy-M-d",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static bool AreOffices(string line) =>
        line.Length <= 80 && line.Split(_gaps, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } offices
        && offices.All(o => StructurePatterns.Office.IsMatch(o));
}
