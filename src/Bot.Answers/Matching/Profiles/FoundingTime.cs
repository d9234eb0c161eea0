namespace Bot.Answers.Matching;

/// <summary>When an enterprise was founded, as exactly as told: a day, a year, or a stretch reckoned from "三年前".</summary>
/// <param name="Earliest">The first day it can have been.</param>
/// <param name="Latest">The last day it can have been.</param>
/// <param name="Told">The words that say so.</param>
public sealed record FoundingTime(DateOnly Earliest, DateOnly Latest, string Told)
{
    public static FoundingTime InYear(int year) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), FormattableString.Invariant($"{year}年"));
}
