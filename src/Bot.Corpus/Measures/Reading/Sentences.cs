namespace Bot.Corpus;

/// <summary>The sentences of a stretch of a policy document.</summary>
internal static class Sentences
{
    // No rule of a policy is longer; what is would cost more than it tells.
    private const int LongestSentence = 3000;

    /// <summary>Ended by 。 or the line; a semicolon parts cases of one sentence. Brackets that close in it are not parted; what is far too long for a rule is left out.</summary>
    public static IEnumerable<TextSpan> Of(PolicyText text, TextSpan span)
    {
        var from = span.Start;
        var depth = 0;
        for (var i = span.Start; i <= span.End; i++)
        {
            var c = i < span.End ? text.Plain[i] : '\n';
            depth = c switch { '(' => depth + 1, ')' => Math.Max(0, depth - 1), '\n' => 0, _ => depth };
            if (c is not ('。' or '\n') || depth > 0)
                continue;
            var sentence = new TextSpan(from, Math.Min(i + 1, span.End));
            if (sentence.Length <= LongestSentence && text.Trim(sentence).Length > 0)
                yield return sentence;
            from = i + 1;
        }
    }
}
