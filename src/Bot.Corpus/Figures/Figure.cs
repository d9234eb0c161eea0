namespace Bot.Corpus;

/// <summary>One number stated in a report, with what it means and where it stands.</summary>
/// <param name="Paragraph">Number of its paragraph.</param>
/// <param name="Span">The number with its unit, in <see cref="Report.Text"/>.</param>
/// <param name="Sentence">The sentence it was read from, in <see cref="Report.Text"/>.</param>
/// <param name="Region">The region it speaks of; null when the text doesn't tell.</param>
/// <param name="Indicator">Canonical name by the vocabulary, levels such as 省级/市级 kept in it; null when the vocabulary has none.</param>
/// <param name="Words">The report's own words for the indicator, subject taken over clauses.</param>
/// <param name="Period">When; null when neither sentence, heading nor report tells.</param>
/// <param name="Value">As written, in <paramref name="Unit"/>: 139.69 for 139.69亿元, 45.8 for 45.8%, 2 for 第二位.</param>
/// <param name="Unit">As written (亿元, 家, %, 个百分点, 位); empty when none is.</param>
/// <param name="Qualifier">约, 超, 不少于, 以上, 左右, 力争 …, as written, joined by 、; null when none.</param>
/// <param name="Base">For shares, growth and differences, what it is measured against (GDP, 规上工业); for ranks, among whom (全省). Null when not said.</param>
/// <param name="Doubt">Why it must not answer by itself (indicator or period unclear), in Chinese; null when it is sound.</param>
public sealed record Figure(
    int Paragraph,
    TextSpan Span,
    TextSpan Sentence,
    string? Region,
    string? Indicator,
    string Words,
    Period? Period,
    decimal Value,
    string Unit,
    string? Qualifier,
    FigureStatus Status,
    FigureAspect Aspect,
    string? Base,
    string? Doubt)
{
    /// <summary>The <see cref="Doubt"/> of a number that the text says was revised since.</summary>
    public const string RevisedDoubt = "已调整的原定数";

    /// <summary>How staff corrected what was read; null for a figure as it was read.</summary>
    public FigureCorrection? Correction { get; init; }
}
