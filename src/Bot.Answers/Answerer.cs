using System.Runtime.CompilerServices;
using Bot.Retrieval;

namespace Bot.Answers;

/// <summary>Answers questions from the index, under the rules of honesty.</summary>
public sealed class Answerer(IReportIndex index, TimeProvider time)
{
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        _ = (index, time);
        await Task.CompletedTask;
        return new Answer.Refused(Guid.NewGuid().ToString("n"), question.Text, AnswerMode.Extractive, [], [], [], []);
    }

    public async IAsyncEnumerable<AnswerPart> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(question, cancellationToken);
        yield return new AnswerPart.Piece(answer.Text);
        yield return new AnswerPart.Whole(answer);
    }
}
