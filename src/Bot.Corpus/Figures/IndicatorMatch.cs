namespace Bot.Corpus;

/// <summary>An indicator found in a text.</summary>
/// <param name="Span">Where, level included, in the text searched.</param>
/// <param name="Canonical">Its name with its level: 省级众创空间.</param>
/// <param name="Level">The level written before it in canonical form (省级), or null.</param>
public readonly record struct IndicatorMatch(Indicator Indicator, TextSpan Span, string Canonical, string? Level);
