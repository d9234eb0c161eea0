namespace Bot.Corpus;

/// <summary>A time named in a text.</summary>
/// <param name="Span">With the words that belong to it (截至, 年末, 期间), in the text searched.</param>
/// <param name="FromYear">Null when the text names months only.</param>
internal readonly record struct TimeExpression(TextSpan Span, int? FromYear, int? ToYear, int FromMonth, int ToMonth)
{
    /// <summary>The period, its year taken from <paramref name="year"/> where the text names none; null when that is null too.</summary>
    public Period? In(int? year) =>
        (FromYear ?? year) is { } first ? new Period(first, ToYear ?? first, FromMonth, ToMonth) : null;
}
