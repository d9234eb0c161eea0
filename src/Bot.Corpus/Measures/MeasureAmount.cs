namespace Bot.Corpus;

/// <summary>One sum or rate that a measure gives to one applicant.</summary>
/// <param name="Branch">
/// Number, from 1 in the measure, of the case it belongs to (首次认定的…；重新认定的…). A rate and the ceiling of one branch go together;
/// branches exclude each other unless the stacking rules say otherwise. 0: holds for all branches (a common ceiling behind them, also a scale of ceilings by the applicant's size).
/// </param>
/// <param name="Value">As written, in <paramref name="Unit"/>: 50 for 50万元, 20 for 20%.</param>
/// <param name="Unit">As written: 万元, 元, %, 元/平方米.</param>
/// <param name="Span">The amount with the words that make it one (最高不超过50万元), in <see cref="Report.Text"/>.</param>
/// <param name="Base">What a rate is taken of; null for sums and where it isn't written.</param>
/// <param name="Tier">The step of a scale it belongs to; null outside scales. Steps of one scale share their branch.</param>
/// <param name="Per">What is counted (件, 家, 人, 平方米), for sums per piece and limits per year or item (每家企业每年); null when not written.</param>
/// <param name="Recurrence">Null when not written.</param>
/// <param name="Years">For how many years at most (连续三年, 最长不超过3年); null when not written.</param>
public sealed record MeasureAmount(
    int Branch,
    AmountKind Kind,
    decimal Value,
    string Unit,
    TextSpan Span,
    AmountBase? Base = null,
    AmountTier? Tier = null,
    Wording? Per = null,
    Recurrence? Recurrence = null,
    int? Years = null);
