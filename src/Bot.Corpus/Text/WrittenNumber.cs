namespace Bot.Corpus;

/// <summary>A number as it stands in a text.</summary>
/// <param name="Span">
/// Where, in the text scanned: sign, digits, 余 or 多 before a multiplier, and the multiplier (百千万亿), or the per cent sign; no other unit.
/// </param>
/// <param name="Value">Without the multiplier: 1.2 for 1.2万. Equals <paramref name="Scaled"/> for Chinese numerals.</param>
/// <param name="Scaled">With the multiplier: 12000 for 1.2万. A fraction's quotient, to 28 digits.</param>
/// <param name="IsChinese">Written in Chinese numerals.</param>
/// <param name="Canonical">
/// The same for every writing of the same number, and different for every other number: "46860000" for 4686万, "20%" for
/// 百分之二十, "1/3", "第3", "3‰", the whole token for names ("G60"). A per cent never equals a count, an ordinal never a quantity.
/// </param>
public readonly record struct WrittenNumber(
    TextSpan Span,
    NumberKind Kind,
    decimal Value,
    decimal Scaled,
    bool IsChinese,
    NumberRange Range,
    string Canonical);
