using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>A stretch of the base with the rate that is given for it; bounds in yuan.</summary>
internal sealed record GainPortion(ToldQuantity Told, MeasureAmount Amount, decimal From, decimal To, decimal Share);
