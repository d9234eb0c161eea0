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

    /// <summary>The first of two in 由第七位上升至第二位: its time isn't that of the sentence.</summary>
    public bool IsEarlier { get; init; }
}
