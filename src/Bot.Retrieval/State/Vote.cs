namespace Bot.Retrieval;

/// <summary>What a reader thought of an answer.</summary>
public enum Vote
{
    Up,
    Down,
}
