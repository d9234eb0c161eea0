using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Splits a sentence at its commas, outside brackets, quotation marks and numbers.</summary>
internal static class Clauses
{
    private const string Opening = "（(《“「『〔[【‘";
    private const string Closing = "）)》”」』〕]】’";

    /// <summary>Clauses in order, each with the mark that ends it; together they are the sentence.</summary>
    public static ImmutableArray<TextSpan> Of(string sentence)
    {
        var clauses = ImmutableArray.CreateBuilder<TextSpan>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < sentence.Length; i++)
        {
            var c = sentence[i];
            if (Opening.Contains(c, StringComparison.Ordinal))
                depth++;
            else if (Closing.Contains(c, StringComparison.Ordinal))
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && IsComma(sentence, i))
            {
                clauses.Add(new TextSpan(start, i + 1));
                start = i + 1;
            }
        }

        if (start < sentence.Length)
            clauses.Add(new TextSpan(start, sentence.Length));
        return clauses.ToImmutable();
    }

    private static bool IsComma(string sentence, int at) => sentence[at] switch
    {
        '，' or '；' or ';' or '：' => true,
        ',' => at == 0 || at + 1 >= sentence.Length || !char.IsAsciiDigit(sentence[at - 1]) || !char.IsAsciiDigit(sentence[at + 1])
            || !IsThousands(sentence, at),
        _ => false,
    };

    private static bool IsThousands(string sentence, int at)
    {
        var end = at + 1;
        while (end < sentence.Length && char.IsAsciiDigit(sentence[end]))
            end++;
        return end - at - 1 == 3;
    }
}
