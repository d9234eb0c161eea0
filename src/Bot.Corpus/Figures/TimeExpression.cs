namespace Bot.Corpus;

/// <summary>A time named in a text.</summary>
/// <param name="Span">With the words that belong to it (截至, 年末, 期间), in the text searched.</param>
/// <param name="FromYear">Null when the text names months only.</param>
/// <param name="IsSameMonths">去年同期: the months are those of the time it is set beside.</param>
internal readonly record struct TimeExpression(TextSpan Span, int? FromYear, int? ToYear, int FromMonth, int ToMonth, bool IsSameMonths = false)
{
    public bool IsWholeYears => FromMonth == 1 && ToMonth == 12;

    public bool IsSeveralYears => FromYear != ToYear;

    /// <summary>The period, its year taken from <paramref name="year"/> where the text names none; null when that is null too.</summary>
    public Period? In(int? year) =>
        (FromYear ?? year) is { } first ? new Period(first, ToYear ?? first, FromMonth, ToMonth) : null;
}
