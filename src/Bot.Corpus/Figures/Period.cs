using System.Globalization;

namespace Bot.Corpus;

/// <summary>
/// The time a figure speaks of: a year, several years (2011–2014), or months of one year (1–11月).
/// Years are Gregorian; months count from 1 and bound the period inclusively.
/// </summary>
public readonly record struct Period(int FromYear, int ToYear, int FromMonth = 1, int ToMonth = 12)
{
    public static Period OfYear(int year) => new(year, year);

    /// <summary>True when it is less than the whole of its year, so that an answer must say so.</summary>
    public bool IsPartial => FromMonth != 1 || ToMonth != 12;

    public bool Covers(int year) => FromYear <= year && year <= ToYear;

    /// <summary>"2019", "2011-2014", "2019-01..11" or "2019-03".</summary>
    public override string ToString()
    {
        if (FromYear != ToYear)
            return string.Create(CultureInfo.InvariantCulture, $"{FromYear}-{ToYear}");
        if (!IsPartial)
            return FromYear.ToString(CultureInfo.InvariantCulture);
        return FromMonth == ToMonth
            ? string.Create(CultureInfo.InvariantCulture, $"{FromYear}-{FromMonth:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{FromYear}-{FromMonth:00}..{ToMonth:00}");
    }
}
