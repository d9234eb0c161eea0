using Bot.Answers.Matching;

namespace Bot.Channels;

/// <summary>What a dialogue about measures waits for.</summary>
internal abstract record MatchStage
{
    private MatchStage()
    {
    }

    /// <summary>A kept profile was shown: what to do with it?</summary>
    public sealed record Showing(EnterpriseProfile Kept) : MatchStage;

    /// <param name="WasUnread">The last words said to this question could not be read.</param>
    public sealed record Asking(GuidedState State, bool WasUnread = false) : MatchStage;

    /// <summary>The list was told; more facts bring it anew.</summary>
    /// <param name="IsOffered">Whether to keep the profile was asked.</param>
    public sealed record Listed(EnterpriseProfile Profile, bool IsOffered) : MatchStage;
}
