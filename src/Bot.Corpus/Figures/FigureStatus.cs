namespace Bot.Corpus;

public enum FigureStatus
{
    /// <summary>Neither section nor language tells. Never answers by itself.</summary>
    Unclear,

    /// <summary>A result.</summary>
    Achieved,

    /// <summary>A plan. Never stands in for a result.</summary>
    Target,
}
