using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Region and time of a figure in words: 绍兴市2019年1—11月, or 绍兴市, 2019.</summary>
internal static class PlaceAndTime
{
    public static string Of(Figure figure, bool english) =>
        english && figure.Region is not null && figure.Period is not null
            ? $"{figure.Region}, {Time(figure.Period, true)}"
            : figure.Region + Time(figure.Period, english);

    public static string Time(Period? period, bool english) => period is { } known ? Periods.Label(known, english: english) : "";
}
