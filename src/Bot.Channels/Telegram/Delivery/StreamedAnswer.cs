using System.Text;
using Bot.Answers;

namespace Bot.Channels.Telegram;

/// <summary>Reads an answer's stream to its end while a preview shows what there is. An answer that comes at once shows none.</summary>
internal sealed class StreamedAnswer(TimeProvider time)
{
    /// <summary>How long an answer may take before a preview is shown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <exception cref="InvalidOperationException">The stream ended without the whole.</exception>
    public async Task<Answer> ReadAsync(IAsyncEnumerable<AnswerPart> parts, IAnswerPreview preview, CancellationToken cancellationToken)
    {
        var text = new Shown();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var showing = ShowAsync(text, preview, end.Token, cancellationToken);
        try
        {
            Answer? whole = null;
            await foreach (var part in parts.WithCancellation(cancellationToken))
            {
                if (part is AnswerPart.Piece piece)
                    text.Add(piece.Text);
                else if (part is AnswerPart.Whole { Answer: var answer })
                    whole = answer;
            }
            return whole ?? throw new InvalidOperationException("The stream of an answer ended without the whole.");
        }
        finally
        {
            // A look that is under way is awaited, not cancelled: it could otherwise arrive after the answer, and hide it.
            await end.CancelAsync();
            await showing;
        }
    }

    private async Task ShowAsync(Shown text, IAnswerPreview preview, CancellationToken end, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Patience, time, end);
            var (shown, at) = (0, time.GetTimestamp());
            while (true)
            {
                var (so, length) = text.Now;
                var isStale = length > 0 && preview.Life <= time.GetElapsedTime(at);
                if (length > shown || isStale)
                {
                    await preview.ShowAsync(TelegramRenderer.Preview(so), cancellationToken);
                    (shown, at) = (length, time.GetTimestamp());
                }
                await Task.Delay(preview.Interval, time, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The answer is whole, or nobody waits for it any more.
        }
    }

    /// <summary>Text that grows while another task looks at it.</summary>
    private sealed class Shown
    {
        private readonly StringBuilder _text = new();

        public (string Text, int Length) Now
        {
            get
            {
                lock (_text)
                    return (_text.ToString(), _text.Length);
            }
        }

        public void Add(string piece)
        {
            lock (_text)
                _text.Append(piece);
        }
    }
}
