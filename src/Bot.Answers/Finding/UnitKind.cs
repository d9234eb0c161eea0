namespace Bot.Answers.Finding;

/// <summary>Kinds of unit; only figures of one kind can be compared.</summary>
internal enum UnitKind
{
    Count,
    Money,
    Percent,
    Points,
    Other,
}
