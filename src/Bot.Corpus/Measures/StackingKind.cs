namespace Bot.Corpus;

/// <summary>How a measure goes together with others.</summary>
public enum StackingKind
{
    /// <summary>就高不重复, 不重复享受: of several that fit, one, the highest.</summary>
    HighestOnly,

    /// <summary>可叠加, 可同时享受.</summary>
    Adds,

    /// <summary>晋级补差, 已享受的予以扣除: what was given already is taken off.</summary>
    Difference,
}
