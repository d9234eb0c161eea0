using System.Text;
using Bot.Answers;

namespace Bot.Channels.WeCom;

/// <summary>Reads an answer's stream to its end while what there is is shown.</summary>
internal static class StreamReading
{
    /// <param name="show">Told of the text so far.</param>
    /// <exception cref="InvalidOperationException">The stream ended without the whole.</exception>
    public static async Task<Answer> ReadAsync(IAsyncEnumerable<AnswerPart> parts, Action<string> show, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        Answer? whole = null;
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            if (part is AnswerPart.Piece piece)
                show(text.Append(piece.Text).ToString());
            else if (part is AnswerPart.Whole { Answer: var answer })
                whole = answer;
        }
        return whole ?? throw new InvalidOperationException("The stream of an answer ended without the whole.");
    }
}
