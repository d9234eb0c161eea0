namespace Bot.Corpus;

/// <summary>The step of a scale that an amount belongs to: 研发费用500万元（含）至1000万元.</summary>
/// <param name="Quantity">What is measured, as written; the head of the scale where the step itself leaves it out. Null when neither says.</param>
/// <param name="Of">The measured quantity; null when it is none of the known ones.</param>
/// <param name="From">Lower bound in <paramref name="Unit"/>; null when open below.</param>
/// <param name="IncludesFrom">The bound itself belongs to the step.</param>
/// <param name="To">Upper bound; null when open above.</param>
/// <param name="IncludesTo">As <paramref name="IncludesFrom"/>.</param>
/// <param name="Unit">As written: 万元, 亿元, %, 家.</param>
/// <param name="Span">The step's words, in <see cref="Report.Text"/>.</param>
public sealed record AmountTier(
    Wording? Quantity,
    ConditionKind? Of,
    decimal? From,
    bool IncludesFrom,
    decimal? To,
    bool IncludesTo,
    string Unit,
    TextSpan Span)
{
    /// <summary>The rate is of the part within the step only (超过500万元的部分), so that the steps add up; else it is of the whole.</summary>
    public bool IsPart { get; init; }
}
