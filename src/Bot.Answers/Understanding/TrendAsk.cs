namespace Bot.Answers.Understanding;

/// <summary>How a question asks for the course of a figure over time.</summary>
/// <param name="IsNamed">Its words say so (历年, 走势); else only a span of years does, which may also be one period (2011到2014年评价).</param>
/// <param name="LastYears">How many years back from now (近三年: 3); null when it doesn't say.</param>
internal sealed record TrendAsk(bool IsNamed, int? LastYears);
