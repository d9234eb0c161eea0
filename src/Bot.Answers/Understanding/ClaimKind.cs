namespace Bot.Answers.Understanding;

/// <summary>How a claimed number is held against the stated one.</summary>
internal enum ClaimKind
{
    Equal,
    More,
    AtLeast,
    Less,
}
