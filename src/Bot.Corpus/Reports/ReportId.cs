namespace Bot.Corpus;

/// <summary>A report's file name without its extension: stable across re-reading, and what citations link to.</summary>
public readonly record struct ReportId(string Value) : IComparable<ReportId>
{
    public static ReportId OfFile(string path) => new(Path.GetFileNameWithoutExtension(path));

    public int CompareTo(ReportId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(ReportId left, ReportId right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportId left, ReportId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportId left, ReportId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportId left, ReportId right) => left.CompareTo(right) >= 0;
}
