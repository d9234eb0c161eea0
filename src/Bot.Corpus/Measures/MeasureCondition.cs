using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>One thing that an applicant must be, have or have done, as written.</summary>
/// <param name="Branch">The case of the measure it belongs to (see <see cref="MeasureAmount.Branch"/>); 0: all of them.</param>
/// <param name="Span">The clause, in <see cref="Report.Text"/>.</param>
/// <param name="Value">In <paramref name="Unit"/>: 500 for 500万元, 5 for 5年, 3 for 3%; null when nothing is measured.</param>
/// <param name="Unit">As written; empty when there is none.</param>
/// <param name="Words">
/// The names it asks for, each by its usual name (高新技术企业), alternatives side by side; empty when it only measures.
/// </param>
/// <param name="IsGeneral">Stands elsewhere in the document and holds for all its measures (申报主体须…).</param>
public sealed record MeasureCondition(
    int Branch,
    ConditionKind Kind,
    TextSpan Span,
    ConditionOperator Operator = ConditionOperator.None,
    decimal? Value = null,
    string Unit = "",
    ImmutableArray<string> Words = default,
    bool IsGeneral = false)
{
    /// <summary>Conditions of one measure with the same number above 0 are ways to meet one demand (…5%以上，或…20%以上); 0: must be met by itself.</summary>
    public int Either { get; init; }

    public ImmutableArray<string> Words { get; init; } = Words.IsDefault ? [] : Words;
}
