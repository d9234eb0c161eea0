namespace Bot.Corpus;

/// <summary>What a unit measures.</summary>
internal enum UnitKind
{
    None,
    Count,
    Money,
    Rate,
    Points,
    Times,
    Amount,
    Per,
    Place,
    Fraction,
}
