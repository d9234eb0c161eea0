using System.Globalization;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What a figure means, in one line for people: 绍兴市，研发费用，2019年1—11月，139.69亿元，结果，数值.</summary>
internal static class FigureMeaningText
{
    public static string Of(Figure figure) => string.Join('，', new[]
    {
        figure.Region ?? "地区不明",
        figure.Indicator ?? figure.Words,
        figure.Period is { } period ? PeriodText.Shown(period) : "时间不明",
        ValueOf(figure),
        FigureNames.Of(figure.Status).Chinese,
        FigureNames.Of(figure.Aspect).Chinese,
        figure.Base is { Length: > 0 } against ? "基数：" + against : "",
    }.Where(part => part.Length > 0));

    /// <summary>约139.69亿元.</summary>
    public static string ValueOf(Figure figure) => figure.Qualifier + NumberOf(figure) + figure.Unit;

    /// <summary>Without trailing zeros.</summary>
    public static string NumberOf(Figure figure) => AnswerBody.Plain(figure.Value).ToString(CultureInfo.InvariantCulture);
}
