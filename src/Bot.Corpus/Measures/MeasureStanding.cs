namespace Bot.Corpus;

/// <summary>What a text does with a measure.</summary>
public enum MeasureStanding
{
    /// <summary>It sets the measure: a policy document, a notice.</summary>
    Rule,

    /// <summary>It plans it.</summary>
    Planned,

    /// <summary>It only tells of it: used, paid out, named.</summary>
    Mentioned,
}
