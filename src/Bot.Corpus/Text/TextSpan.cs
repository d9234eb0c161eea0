namespace Bot.Corpus;

/// <summary>
/// A half-open range [<paramref name="Start"/>, <paramref name="End"/>) in UTF-16 code units.
/// What it is a range of is said where one is declared; in a report it is <see cref="Report.Text"/>.
/// </summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public TextSpan Shift(int by) => new(Start + by, End + by);

    public string Of(string text) => text[Start..End];

    public override string ToString() => $"[{Start},{End})";
}
