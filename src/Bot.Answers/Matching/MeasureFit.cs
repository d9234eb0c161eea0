namespace Bot.Answers.Matching;

/// <summary>How a measure as a whole goes with what was told.</summary>
public enum MeasureFit
{
    /// <summary>All of its own conditions are met; general ones of its document (信用, 财务制度) may be left to confirm.</summary>
    Fits,

    /// <summary>Nothing stands against it; conditions are left to confirm, or none is written.</summary>
    MayFit,

    /// <summary>A condition is not met, or it is for others.</summary>
    Misses,
}
