namespace Bot.Corpus;

/// <summary>A number that may be a figure, with its unit, before its meaning is read.</summary>
/// <param name="Span">Number and unit, in the paragraph.</param>
/// <param name="Tail">Where the text behind the unit and its 以上 or 左右 goes on.</param>
/// <param name="About">余 or 多 inside the number; empty when none.</param>
/// <param name="After">以上, 左右 … behind the unit; empty when none.</param>
internal sealed record Mention(
    WrittenNumber Number,
    TextSpan Span,
    int Tail,
    decimal Value,
    string Unit,
    UnitKind Kind,
    string About,
    string After)
{
    public bool IsRate => Kind is UnitKind.Rate or UnitKind.Points or UnitKind.Times or UnitKind.Fraction;
}
