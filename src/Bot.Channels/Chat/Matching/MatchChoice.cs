namespace Bot.Channels;

/// <summary>Something to choose in a dialogue about measures.</summary>
/// <param name="Option">Of the open question, from index 0; only with <see cref="MatchAction.Choose"/>.</param>
internal sealed record MatchChoice(string Label, MatchAction Action, int Option = 0);

/// <summary>What a choice does.</summary>
internal enum MatchAction
{
    /// <summary>Answers the open question.</summary>
    Choose,

    /// <summary>Leaves it open.</summary>
    Skip,

    /// <summary>Goes back to the question before.</summary>
    Back,

    /// <summary>Tells the whole list as it is.</summary>
    Finish,

    /// <summary>Keeps the profile.</summary>
    Keep,

    Discard,

    /// <summary>Matches the kept profile.</summary>
    Use,

    /// <summary>Asks on from the kept profile.</summary>
    Change,

    /// <summary>Asks from the beginning; the kept profile stays until another is kept.</summary>
    Anew,

    /// <summary>Deletes the kept profile.</summary>
    Delete,
}
