using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>A folded text that knows where it came from.</summary>
/// <param name="Origins">For each index in <paramref name="Text"/>, and for its length, the index in the original text.</param>
public sealed record FoldedText(string Text, ImmutableArray<int> Origins)
{
    /// <summary>The span of the original text that a span of the folded text stands for.</summary>
    public TextSpan ToOriginal(TextSpan folded) => folded.Length == 0
        ? new TextSpan(Origins[folded.Start], Origins[folded.Start])
        : new TextSpan(Origins[folded.Start], EndOf(folded.End));

    // A character that folds to several (㎡ → m2) belongs whole to any span that takes in part of it.
    private int EndOf(int foldedEnd)
    {
        var last = Origins[foldedEnd - 1];
        var end = foldedEnd;
        while (Origins[end] == last)
            end++;
        return Origins[end];
    }
}
