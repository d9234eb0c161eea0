namespace Bot.Answers;

/// <summary>What a streamed answer is made of: pieces of text, then the whole.</summary>
public abstract record AnswerPart
{
    private AnswerPart()
    {
    }

    /// <summary>The next piece of the answer's text; every piece has passed the checks and is never taken back.</summary>
    public sealed record Piece(string Text) : AnswerPart;

    /// <summary>The finished answer; its text is the pieces joined. Comes last, once.</summary>
    public sealed record Whole(Answer Answer) : AnswerPart;
}
