namespace Bot.Answers;

/// <summary>Answers questions: what a channel needs to know of this room.</summary>
public interface IAnswerer
{
    Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken);

    /// <summary>The same answer in pieces; the last part is <see cref="AnswerPart.Whole"/>.</summary>
    IAsyncEnumerable<AnswerPart> StreamAsync(Question question, CancellationToken cancellationToken);

    /// <summary>Forgets what conversations were about, so that nothing said in them helps a later question.</summary>
    /// <param name="conversations">What their names begin with.</param>
    void Forget(string conversations);
}
