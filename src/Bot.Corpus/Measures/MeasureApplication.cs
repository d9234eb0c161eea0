namespace Bot.Corpus;

/// <summary>When, where and with what a measure is applied for. Null: not written.</summary>
/// <param name="Opens">First day.</param>
/// <param name="Closes">Last day.</param>
/// <param name="Period">The time as written (每年3月底前, 2025年3月1日至4月15日).</param>
/// <param name="Place">Where it is handed in.</param>
/// <param name="Office">Who receives or decides.</param>
public sealed record MeasureApplication(DateOnly? Opens, DateOnly? Closes, Wording? Period, Wording? Place, Wording? Office);
