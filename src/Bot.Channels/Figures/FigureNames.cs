using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What statuses and aspects are called on the wire and by people.</summary>
internal static class FigureNames
{
    public static ImmutableArray<Name<FigureStatus>> Statuses { get; } =
    [
        new(FigureStatus.Achieved, "achieved", "结果"),
        new(FigureStatus.Target, "target", "目标"),
        new(FigureStatus.Unclear, "unclear", "不明"),
    ];

    public static ImmutableArray<Name<FigureAspect>> Aspects { get; } =
    [
        new(FigureAspect.Level, "level", "数值"),
        new(FigureAspect.New, "new", "新增"),
        new(FigureAspect.NetIncrease, "netIncrease", "净增"),
        new(FigureAspect.Cumulative, "cumulative", "累计"),
        new(FigureAspect.Growth, "growth", "增幅"),
        new(FigureAspect.Share, "share", "占比"),
        new(FigureAspect.Rank, "rank", "位次"),
        new(FigureAspect.Difference, "difference", "差值"),
    ];

    public static Name<FigureStatus> Of(FigureStatus status) => Statuses.First(name => name.Value == status);

    public static Name<FigureAspect> Of(FigureAspect aspect) => Aspects.First(name => name.Value == aspect);

    /// <summary>The value called so on the wire; null when none is.</summary>
    public static T? Find<T>(ImmutableArray<Name<T>> names, string wire)
        where T : struct, Enum =>
        names.FirstOrDefault(name => name.Wire == wire)?.Value;

    /// <summary>achieved、target、unclear, for messages.</summary>
    public static string Allowed<T>(ImmutableArray<Name<T>> names)
        where T : struct, Enum =>
        string.Join('、', names.Select(name => name.Wire));

    /// <param name="Wire">In JSON and in addresses.</param>
    /// <param name="Chinese">On pages and in CSV.</param>
    internal sealed record Name<T>(T Value, string Wire, string Chinese)
        where T : struct, Enum;
}
