using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A mention whose subject and aspect are read.</summary>
internal sealed record Statement(Mention Mention, Subject Subject, FigureAspect Aspect)
{
    public string? Base { get; init; }

    public string? Doubt { get; init; }

    /// <summary>力争, 约, 超 … before the number, and 公示信息 where it rests on provisional data.</summary>
    public ImmutableArray<string> Qualifiers { get; init; } = [];

    /// <summary>True when its own words make it a target, false when they make it a result, null when they leave it to the sentence.</summary>
    public bool? IsPlanned { get; init; }

    /// <summary>The subject that this one is a part of (科技项目 of its 生物医药); null when it is none's.</summary>
    public Subject? Whole { get; init; }

    /// <summary>The place it was dealt out to (青羊区、金牛区分别完成…); null when none was.</summary>
    public string? Region { get; init; }

    /// <summary>The year it was dealt out to (2021年、2022年分别净增…); null when none was.</summary>
    public int? Year { get; init; }

    /// <summary>Stands in brackets behind what a value is measured against: 高于全省平均水平（2.26%）.</summary>
    public bool IsAside { get; init; }

    /// <summary>完成率: the numbers behind it go on about what was fulfilled, not about the rate.</summary>
    public bool IsDegree => IsPlanned == false && Aspect == FigureAspect.Share;

    /// <summary>The first of two in 由第七位上升至第二位: its time isn't that of the sentence.</summary>
    public bool IsEarlier { get; init; }
}
