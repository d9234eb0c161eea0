namespace Bot.Corpus;

/// <summary>What a rate is taken of.</summary>
/// <param name="Words">As written: 上年度实际支付的技术服务费用.</param>
/// <param name="Excess">
/// 超过200万元部分的10%: only what exceeds this is taken, in <paramref name="ExcessUnit"/>. Null when all of it is.
/// </param>
public sealed record AmountBase(AmountBaseKind Kind, Wording Words, decimal? Excess = null, string? ExcessUnit = null);
